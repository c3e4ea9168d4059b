import { expect, test } from "vitest";
import { canonicalText, digestOf } from "#features/text/canonical.ts";
import { emptyContent, parseContent, upgradeContent } from "#features/text/content.ts";
import { signedContent } from "#features/text/signed.ts";
import { article } from "./article.ts";
import { Lead, leadFigure, NO_LEAD } from "./lead.ts";

const SAID = { ...NO_LEAD, file: "ab".repeat(32), credit: "Lê Lan" };
const CUT = "90-0-0-5000-10000";
const withLead = (lead: object) => ({ ...emptyContent(article), lead: lead as typeof SAID });

test("a lead picture of a text that was kept before it could be cut is whole, and its digest is what it was", () => {
  const { cut: _cut, focus: _focus, ...old } = SAID;
  const kept = withLead(old);
  expect(upgradeContent(article, kept, article.version).lead).toEqual(SAID);
  expect(parseContent(article, kept).lead).toEqual(SAID);
  expect(digestOf(article, withLead(SAID))).toBe(digestOf(article, kept));
});

test("how it is cut and what lists keep in sight is signed with it, and served as it was signed", () => {
  const cut = withLead({ ...SAID, cut: CUT });
  const both = withLead({ ...SAID, cut: CUT, focus: { x: 9, y: 1 } });
  expect(new Set([withLead(SAID), cut, both].map((content) => digestOf(article, content))).size).toBe(3);
  expect(signedContent(article, canonicalText(article, both), article.version).lead).toEqual(both.lead);
  expect(leadFigure(both.lead)?.attrs).toMatchObject({ file: SAID.file, cut: CUT });
});

test("what is in the middle is kept in sight anyway, and says nothing", () => {
  expect(Lead.parse({ ...SAID, focus: { x: 5, y: 5 } }).focus).toBeNull();
  expect(Lead.parse({ ...SAID, focus: { x: 5, y: 4 } }).focus).toEqual({ x: 5, y: 4 });
});

test.each([
  ...[{ cut: "0-0-0-10000-10000" }, { cut: "90" }, { cut: null }],
  ...[{ focus: { x: 11, y: 0 } }, { focus: { x: 0.5, y: 0 } }, { focus: { x: 1 } }, { focus: "fx-1" }],
])("%j is refused", (part) => {
  expect(Lead.safeParse({ ...SAID, ...part }).success).toBe(false);
});
