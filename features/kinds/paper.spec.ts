import { expect, test } from "vitest";
import { newBlockId } from "#features/text/block-id.ts";
import { emptyContent, parseContent } from "#features/text/content.ts";
import type { GapFacts } from "#features/text/gaps.ts";
import { type PaperContent, paper } from "./paper.ts";

const body = {
  type: "doc" as const,
  content: [
    {
      type: "paragraph" as const,
      attrs: { id: newBlockId(), align: null },
      content: [{ type: "text" as const, text: "Điều 1." }],
    },
  ],
};
const whole: PaperContent = {
  ...emptyContent(paper),
  ...{ reference: "06/2026/NQ-HĐND", abstract: "Mức thu phí", issuer: "Hội đồng nhân dân phường", body },
  ...{ signer: { name: "Lê Thị Mẫu", post: "Chủ tịch" }, issuedOn: "2026-07-01", effectiveOn: "2026-08-01" },
};
const gaps = (change: Partial<PaperContent>, facts: GapFacts = {}) =>
  paper.gaps({ ...whole, ...change }, facts).map(({ field, blocks }) => `${field} ${blocks}`);

test("a whole paper lacks nothing", () => {
  expect(gaps({})).toEqual([]);
});

test("an empty one wants its reference, what it is about, who issued it and when, and its words or a file", () => {
  const missing = paper.gaps(emptyContent(paper)).map(({ field, blocks }) => `${field} ${blocks}`);
  expect(missing).toEqual([
    ...["reference submit", "abstract submit", "issuer submit", "signer advice"],
    ...["issuedOn submit", "effectiveOn advice", "body submit"],
  ]);
});

test("a file that is awaited keeps it from readers", () => {
  const attachment = { type: "attachment", attrs: { id: newBlockId(), file: null, title: "Toàn văn", summary: "" } };
  const awaiting = { type: "doc", content: [attachment] } as PaperContent["body"];
  expect(gaps({ body: awaiting })).toEqual(["body publish"]);
});

test("what binds others does not hold before it is issued; what does not is only pointed out", () => {
  expect(gaps({ effectiveOn: "2026-06-30" })).toEqual(["effectiveOn publish"]);
  expect(gaps({ form: "plan", effectiveOn: "2026-06-30" })).toEqual(["effectiveOn advice"]);
  expect(gaps({ effectiveOn: "2026-07-01" })).toEqual([]);
});

test("it ends after it began; what says no day begins when it is issued", () => {
  expect(gaps({ expiresOn: "2026-08-01" })).toEqual(["expiresOn publish"]);
  expect(gaps({ form: "plan", effectiveOn: null, expiresOn: "2026-07-01" })).toEqual(["expiresOn publish"]);
  expect(gaps({ expiresOn: "2026-08-02" })).toEqual([]);
});

test("another paper of the same reference and body is pointed out while both are as they were looked up", () => {
  const samePaper = { reference: whole.reference, issuer: whole.issuer, title: "Cái kia" };
  expect(gaps({}, { samePaper })).toEqual(["reference advice"]);
  expect(gaps({ reference: "07/2026/NQ-HĐND" }, { samePaper })).toEqual([]);
});

test("it replaces no paper that readers never knew", () => {
  expect(gaps({ replaces: [7, 8] }, { lostPapers: new Set([8]) })).toEqual(["replaces submit"]);
  expect(gaps({ replaces: [7] }, { lostPapers: new Set([8]) })).toEqual([]);
});

test.each(["2026-02-30", "0000-01-01", "0002-01-01", "99999-01-01", "01/07/2026", "2026-7-1", ""])(
  "%s is no day",
  (day) => {
    expect(() => parseContent(paper, { ...whole, issuedOn: day })).toThrow();
  },
);

test("what is said twice to be replaced is said once", () => {
  expect(parseContent(paper, { ...whole, replaces: [7, 9, 7] }).replaces).toEqual([7, 9]);
});
