import { aText, storyOf } from "#features/moves/testing.ts";
import { anArticleIn } from "#features/moves/testing-places.ts";
import { partsOf, SITUATIONS, type Situation } from "#features/workflow/matrix.ts";
import { call, saidIn } from "./fixtures/by-name.ts";
import { ASKERS, type Asker, cookiesOf } from "./fixtures/everybody.ts";
import { everything } from "./fixtures/everything.ts";
import { expect, type OwnSite, test } from "./fixtures/office.ts";
import { inDatabase } from "./fixtures/people.ts";
import { aSave, save, saveAnswer } from "./fixtures/saves.ts";

/** By what is open, a draft being a first one and `update` that of an update. Written by hand from the newsroom's table; `-` is not_found, `frozen` is said to whoever may see the article. */
const MAY_SAVE: Record<ReturnType<typeof partsOf>["open"] | "update", string> = {
  //             writer      reporter    editor approver starter stranger administrator
  draft: /*     */ "yes         -           yes    yes      yes    -        -",
  update: /*    */ "yes         not_allowed yes    yes      yes    -        -",
  review: /*    */ "not_allowed not_allowed yes    yes      yes    -        -",
  approved: /*  */ "frozen      frozen      frozen frozen   frozen -        -",
  scheduled: /* */ "frozen      frozen      frozen frozen   frozen -        -",
  none: /*      */ "frozen      frozen      frozen frozen   frozen -        -",
  discarded: /* */ "frozen      -           frozen frozen   frozen -        -",
};

let site: OwnSite;
let cookies: Partial<Record<Asker, string>>;
test.beforeAll(async ({ office, product }) => {
  site = office;
  cookies = await cookiesOf(product, office);
});

const typed = () => aText(site.party, { headline: "Ai đó vừa gõ dòng này" });
const expectedOf = (who: Asker, place: Situation) => {
  if (who === "signed out") return "signed_out";
  const { open, readers } = partsOf(place);
  const row = open === "draft" && readers !== "nothing" ? "update" : open;
  const cell = MAY_SAVE[row].split(/ +/)[ASKERS.indexOf(who)];
  return cell === "-" ? "not_found" : cell;
};

for (const place of SITUATIONS) {
  test(`where an article is ${place} a save or an earlier version is taken from whoever may type, and from nobody else`, async ({
    product,
  }) => {
    const id = await anArticleIn(place, site);
    const [version] = await inDatabase(product, "select max(id) as id from revisions where document_id = $1", [id]);
    const before = await everything(product, site.siteId);
    for (const who of ASKERS) {
      const expected = expectedOf(who, place);
      if (expected === "yes") {
        // Let in, and told that there is no such version.
        expect(`${who}: ${await restored(who, id, 2_000_000_000)}`).toBe(`${who}: not_found`);
        continue;
      }
      expect(`${who}: ${await restored(who, id, version.id ?? 1)}`).toBe(`${who}: ${expected}`);
      const answer = await save(id, aSave(2, typed()), { host: site.host, cookie: cookies[who] });
      expect(`${who}: ${saveAnswer(answer)}`).toBe(`${who}: ${expected}`);
    }
    expect(await everything(product, site.siteId)).toEqual(before);
    for (const who of ASKERS) {
      if (expectedOf(who, place) !== "yes") continue;
      const mine = await anArticleIn(place, site);
      const { buffer } = await storyOf(site.approver, mine);
      const answer = await save(mine, aSave(buffer?.version ?? 0, typed()), { host: site.host, cookie: cookies[who] });
      expect(`${who}: ${saveAnswer(answer)}`).toBe(`${who}: yes`);
    }
  });
}

async function restored(who: Asker, documentId: number, revisionId: number): Promise<string> {
  const fields = { documentId: String(documentId), revisionId: String(revisionId), by: "" };
  const sender = { host: site.host, cookie: cookies[who], path: `/desk/documents/${documentId}` };
  return saidIn(await call("restoreVersion", fields, sender));
}

const nested = (levels: number): object =>
  levels === 0
    ? { type: "paragraph", content: [{ type: "text", text: "sâu" }] }
    : { type: "bulletList", content: [{ type: "listItem", content: [{ type: "paragraph" }, nested(levels - 1)] }] };
const linked = (href: string) => ({
  type: "paragraph",
  content: [{ type: "text", text: "bấm", marks: [{ type: "link", attrs: { href } }] }],
});
const withBlocks = (...content: object[]) => ({ ...typed(), body: { type: "doc", content } });

const BAD_TEXTS: Record<string, () => object> = {
  "over 50 levels": () => withBlocks(nested(30)),
  "a javascript: address": () => withBlocks(linked("javascript:alert(1)")),
  "a javascript: address with a tab in it": () => withBlocks(linked("java\tscript:alert(1)")),
  "a data: address": () => withBlocks(linked("data:text/html,<script>alert(1)</script>")),
  "an unknown node": () => withBlocks({ type: "iframe", attrs: { src: "https://xa.example" } }),
  "an unknown mark": () =>
    withBlocks({ type: "paragraph", content: [{ type: "text", text: "x", marks: [{ type: "style" }] }] }),
  "an unknown attribute": () => withBlocks({ type: "paragraph", attrs: { onclick: "alert(1)" } }),
  "an unknown field": () => ({ ...typed(), liveRevisionId: 1 }),
  "over 2 MB": () => withBlocks({ type: "paragraph", content: [{ type: "text", text: "dài ".repeat(540_000) }] }),
  nothing: () => ({}),
};

test("what is no text of ours is refused with a sentence, and nothing is kept of it", async ({ product }) => {
  const id = await anArticleIn("draft", site);
  const before = await everything(product, site.siteId);
  for (const [what, text] of Object.entries(BAD_TEXTS)) {
    const answer = await save(id, aSave(2, text()), { host: site.host, cookie: cookies.writer });
    expect(`${what}: ${saveAnswer(answer)}`).toBe(`${what}: bad_text`);
    expect(JSON.parse(answer.body.toString()).sentence).toMatch(/\.$/);
  }
  expect(await everything(product, site.siteId)).toEqual(before);
});

test("what does not come from a page of ours, or is no save, is refused", async ({ product }) => {
  const id = await anArticleIn("draft", site);
  const before = await everything(product, site.siteId);
  const good = aSave(2, typed());
  const from = { host: site.host, cookie: cookies.writer };
  const cases: [string, Promise<import("./fixtures/ask.ts").Answer>, number][] = [
    ["another origin", save(id, good, { ...from, headers: { origin: "https://xa-ben.example" } }), 403],
    ["another site", save(id, good, { ...from, headers: { "sec-fetch-site": "cross-site" } }), 403],
    ["a neighbour's page", save(id, good, { ...from, headers: { "sec-fetch-site": "same-site" } }), 403],
    ["an origin that is none", save(id, good, { ...from, headers: { origin: "null" } }), 403],
    ["no cookie", save(id, good, { host: site.host }), 401],
    ["over 3 MB", save(id, good, { ...from, body: "x".repeat(3 * 1024 * 1024 + 1) }), 413],
    ["no JSON", save(id, good, { ...from, body: "{" }), 400],
    ["a form", save(id, good, { ...from, headers: { "content-type": "text/plain" } }), 400],
    ["no tab", save(id, { ...good, tab: "x" }, from), 400],
    ["a counter that is none", save(id, { ...good, counter: -1 }, from), 400],
    ["no such article", save(2_000_000_000, good, from), 404],
    ["no number", save(0, good, from), 400],
  ];
  for (const [what, answer, status] of cases) {
    const { status: given, body } = await answer;
    expect([what, given, body.length > 0]).toEqual([what, status, true]);
  }
  expect(await everything(product, site.siteId)).toEqual(before);
  expect(saveAnswer(await save(id, good, from))).toBe("yes");
});

test("an earlier version is one of the same article", async ({ product }) => {
  const id = await anArticleIn("draft_of_live", site);
  const [other] = await inDatabase(product, "select min(id) as id from revisions where document_id <> $1", [id]);
  expect(await restored("writer", id, other.id)).toBe("not_found");
  const [own] = await inDatabase(product, "select min(id) as id from revisions where document_id = $1", [id]);
  expect(await restored("writer", id, own.id)).toBe("yes");
});

test("an article is begun by whoever has a role on the site, and by nobody else", async ({ product }) => {
  const before = await everything(product, site.siteId);
  const begin = async (who: Asker) =>
    saidIn(await call("startDocument", { kind: "article" }, { host: site.host, cookie: cookies[who], path: "/desk" }));
  expect(await begin("administrator")).toBe("not_allowed");
  expect(await begin("signed out")).toBe("signed_out");
  expect(await everything(product, site.siteId)).toEqual(before);
  expect(await begin("reporter")).toBe("yes");
});

test("an article of another site does not exist, whoever asks", async ({ product, office: neighbour }) => {
  const theirs = await anArticleIn("draft", neighbour);
  const before = await everything(product, neighbour.siteId);
  for (const who of ASKERS.filter((one) => one !== "signed out")) {
    for (const host of [site.host, neighbour.host]) {
      const answer = await save(theirs, aSave(2, typed()), { host, cookie: cookies[who] });
      expect(`${who} at ${host}: ${saveAnswer(answer)}`).toBe(`${who} at ${host}: not_found`);
    }
  }
  expect(await everything(product, neighbour.siteId)).toEqual(before);
});
