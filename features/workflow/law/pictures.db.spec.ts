import { describe, expect, test } from "vitest";
import { figureOf, NOT_MADE, readyCut, readyFile } from "#features/files/testing.ts";
import { carryOut } from "#features/moves/commands.ts";
import { aText, published, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { anotherOffice } from "#features/moves/testing-office.ts";
import type { Block, BodyDoc } from "#features/text/body.ts";
import { oneHouse } from "./house.ts";
import { asleep, NO_HASH, sha256, verdict } from "./testing.ts";

const { house, sql, owner, bend } = oneHouse();
const other = anotherOffice();

const showing = (...hashes: string[]): { body: BodyDoc } => ({
  body: { type: "doc", content: [...aText(0).body.content, ...hashes.map((hash): Block => figureOf(hash))] },
});
const CUT = "90-1000-0-5000-10000";
const namedBy = (article: number) =>
  sql(
    `select r.number, n.sha256 from revisions r join revision_files n on n.revision_id = r.id and n.document_id = r.document_id
     where r.document_id = $1 order by 1, 2`,
    [article],
  );

describe("the files that a text names", () => {
  test("are written down with the text, each once, in the order of its texts", async () => {
    const { office } = house;
    const [one, two] = [await readyFile(office.reporter), await readyFile(office.reporter)];
    const id = await published(office, showing(one.sha256, two.sha256, one.sha256));
    const first = [one.sha256, two.sha256].sort().map((hash) => ({ number: 1, sha256: hash }));
    expect(await namedBy(id)).toEqual(first);
    await carryOut(office.reporter, "revise", id, {});
    await typeIn(office.reporter, id, showing(two.sha256));
    await carryOut(office.reporter, "submit", id, {});
    expect(await namedBy(id)).toEqual([...first, { number: 2, sha256: two.sha256 }]);
  });
  test("are those of its galleries, each with its cut, once", async () => {
    const { office } = house;
    const [one, two] = [await readyFile(office.reporter), await readyFile(office.reporter)];
    const figures = [figureOf(one.sha256), figureOf(two.sha256, { cut: CUT }), figureOf(one.sha256)];
    const gallery: Block = { type: "gallery", attrs: { id: "gallery", caption: "" }, content: figures };
    const id = await submitted(office, { body: { type: "doc", content: [...aText(0).body.content, gallery] } });
    const named = await sql("select sha256, cut from revision_files where document_id = $1 order by cut", [id]);
    expect(named).toEqual([
      { sha256: one.sha256, cut: "" },
      { sha256: two.sha256, cut: CUT },
    ]);
  });
  test("are its documents as well as its pictures", async () => {
    const { office } = house;
    const { sha256: hash } = await readyFile(office.reporter, undefined, { mediaType: "application/pdf" });
    const { body } = aText(0);
    const attachment: Block = {
      type: "attachment",
      attrs: { id: "document", file: hash, title: "Quyết định", summary: "" },
    };
    const id = await submitted(office, { body: { ...body, content: [...body.content, attachment] } });
    expect(await namedBy(id)).toEqual([{ number: 1, sha256: hash }]);
  });
  test("are what it plays, with the poster and the subtitles", async () => {
    const { office } = house;
    const bring = (mediaType: string) => readyFile(office.reporter, undefined, { mediaType });
    const [film, poster, subtitles] = [await bring("video/mp4"), await bring("image/png"), await bring("text/vtt")];
    const video: Block = {
      type: "video",
      attrs: {
        ...{
          id: "thevideo",
          file: film.sha256,
          poster: { file: poster.sha256 },
          subtitles: { file: subtitles.sha256 },
        },
        ...{ title: "Đua thuyền", credit: "Lê Lan", transcript: "", speechless: false },
      },
    };
    const { body } = aText(0);
    const id = await submitted(office, { body: { ...body, content: [...body.content, video] } });
    const all = [film, poster, subtitles].map(({ sha256: hash }) => hash).sort();
    expect(await namedBy(id)).toEqual(all.map((hash) => ({ number: 1, sha256: hash })));
    const drafted = await sql("select sha256 from draft_files where document_id = $1 order by 1", [id]);
    expect(drafted.map(({ sha256: hash }) => hash)).toEqual(all);
  });
  test("are none where a text only speaks of one, or awaits it", async () => {
    const { body } = aText(0);
    const words = { type: "text" as const, text: `"file":"${sha256("ảnh")}"` };
    const spoken: Block = { type: "paragraph", attrs: { id: "spoken", align: null }, content: [words] };
    const awaited = { ...figureOf(""), attrs: { ...figureOf("").attrs, file: null } };
    const id = await submitted(house.office, { body: { ...body, content: [...body.content, spoken, awaited] } });
    expect(await namedBy(id)).toEqual([]);
  });
  test("are found wherever an attribute or a field is called so, and nowhere else", async () => {
    const [a, b, c] = [sha256("a"), sha256("b"), sha256("c")];
    const named = (said: unknown) =>
      owner("select sha256 from files_named_by($1) order by 1", [JSON.stringify(said)]).then((rows) =>
        rows.map(({ sha256: hash }) => hash),
      );
    expect(await named({ body: { content: [{ attrs: { file: a } }, { content: [{ attrs: { file: a } }] }] } })).toEqual(
      [a],
    );
    expect(await named({ cover: { file: b }, list: [{ file: c }, [{ file: a }]] })).toEqual([a, b, c].sort());
    expect(await named({ file: [a], picture: { file: { file: b } }, files: { other: c }, title: "file" })).toEqual([b]);
    for (const none of [null, 7, a.toUpperCase(), `${a}0`, "", true]) expect(await named({ file: none })).toEqual([]);
  });
  test("are named with how they are cut there, each way once, and a file that is shown whole by itself", async () => {
    const [a, b] = [sha256("a"), sha256("b")];
    const said = {
      lead: { file: a, cut: CUT },
      body: [{ attrs: { file: a } }, { attrs: { cut: CUT, file: a } }, { file: b }],
    };
    const named = await owner("select * from files_named_by($1) order by 1, 2", [JSON.stringify(said)]);
    const expected = [
      ...[
        { sha256: a, cut: "" },
        { sha256: a, cut: CUT },
      ],
      { sha256: b, cut: "" },
    ].toSorted((one, other) => (one.sha256 < other.sha256 ? -1 : one.sha256 > other.sha256 ? 1 : 0));
    expect(named).toEqual(expected);
    const strange = await owner("select cut from files_named_by($1)", [JSON.stringify({ file: a, cut: { turn: 90 } })]);
    expect(strange).toEqual([{ cut: '{"turn": 90}' }]);
  });
  test("are written down with their cuts when a text is kept", async () => {
    const { office } = house;
    const { sha256: hash } = await readyFile(office.reporter);
    const body = { type: "doc" as const, content: [figureOf(hash, { cut: CUT }), figureOf(hash, { cut: CUT })] };
    const id = await submitted(office, { body });
    expect(await sql("select sha256, cut from revision_files where document_id = $1", [id])).toEqual([
      { sha256: hash, cut: CUT },
    ]);
  });
  test("are of a text of the document", async () => {
    const { review, live } = house;
    const names = (article: number, revision: number) =>
      `insert into revision_files (revision_id, document_id, sha256) values (${revision}, ${article}, '${NO_HASH}')`;
    expect(await verdict(owner, names(live.article, review.revision))).toBe(
      "files_are_named_by_a_text_of_the_document",
    );
    expect(await verdict(owner, names(review.article, review.revision))).toBe("allowed");
    expect(await verdict(sql, names(review.article, review.revision))).toBe("42501");
  });
  test("are gone with a text that is erased", async () => {
    const { office } = house;
    const { sha256: hash } = await readyFile(office.reporter);
    const id = await submitted(office, showing(hash));
    expect(await namedBy(id)).toHaveLength(1);
    await owner("begin");
    await owner("alter table revisions disable trigger revisions_are_final");
    const erased = await owner(
      `with r as (insert into redactions (document_id, order_number, asked_by, agreed_by) values ($1, '1', $2, $3) returning id)
       update revisions set content = null, salt = null, digest = null, canonical = null, redaction_id = r.id
       from r where document_id = $1 returning revisions.id`,
      [id, office.approver.personId, office.admin.personId],
    );
    expect(erased).toHaveLength(1);
    expect(await owner("select from revision_files where document_id = $1", [id])).toEqual([]);
    await owner("rollback");
  });
});

describe("a text goes live with its pictures", () => {
  const rule = "a_live_text_has_its_files";
  /** What the law says of a text that comes back to readers, and whose file has come to be so meanwhile. */
  async function comesBack(change: string, isRuleAsleep = false): Promise<string> {
    const { office } = house;
    const { id: file, sha256: hash } = await readyFile(office.reporter, `${change} ${isRuleAsleep}`);
    const id = await published(office, showing(hash));
    await carryOut(office.approver, "withdraw", id, { reason: "error" });
    await bend(change.replaceAll("$1", String(file)));
    const back = `update documents set visibility = 'live', live_revision_id = last_live_revision_id, withdrawn_at = null,
      withdrawn_reason = null where id = ${id}`;
    return isRuleAsleep ? asleep(owner, "documents", back) : verdict(sql, back);
  }
  test("when each of them is ready", async () => {
    const { sha256: hash } = await readyFile(house.office.reporter);
    expect(await published(house.office, showing(hash))).toBeGreaterThan(0);
  });
  test.each([
    ["unknown", "delete from files where id = $1"],
    ["waiting", "update files set state = 'waiting' where id = $1"],
    ["failed", "update files set state = 'failed', failure = 'unreadable' where id = $1"],
  ])("and not while one is %s", async (_state, change) => {
    expect(await comesBack(change)).toBe(rule);
  });
  test.each(["erased", "hidden"])("but comes back without one that was %s meanwhile", async (change) => {
    const law = await comesBack(`update files set ${change} = true where id = $1`);
    expect(law).toBe("a_restore_is_signed");
    const cut = await cutComesBack(`update files set ${change} = true where id = $1`);
    expect(cut).toBe("a_restore_is_signed");
  });
  test.each(["erased", "hidden"])("and not for the first time while one is %s", async (change) => {
    const { office } = house;
    const { id: file, sha256: hash } = await readyFile(office.reporter);
    const id = await submitted(office, showing(hash));
    await carryOut(office.approver, "approve", id, await seen(office.approver, id));
    await bend(`update files set ${change} = true where id = ${file}`);
    const out = `update editions set state = 'closed', outcome = 'published', closed_at = now(),
      published_revision_id = approved_revision_id where document_id = ${id}`;
    const live = `update documents set visibility = 'live', slug = 'x', shown_at = now(), first_live_at = now(),
      live_since = now(), live_revision_id = e.published_revision_id, last_live_revision_id = e.published_revision_id
      from editions e where e.document_id = documents.id and documents.id = ${id}`;
    expect(await verdict(sql, out, live)).toBe(rule);
  });
  test("and not while one is another site's", async () => {
    expect(await comesBack(`update files set site_id = ${other.siteId} where id = $1`)).toBe(rule);
  });
  test("by this rule and no other one", async () => {
    expect(await comesBack("update files set state = 'waiting' where id = $1", true)).not.toBe(rule);
  });
  /** What the law says of a text with a cut picture that comes back to readers, once its cut has come to be so meanwhile. */
  async function cutComesBack(change: string): Promise<string> {
    const { office } = house;
    const { id: file, sha256: hash } = await readyFile(office.reporter, `cut: ${change}`);
    const cutId = await readyCut(file, CUT);
    const id = await published(office, { body: { type: "doc", content: [figureOf(hash, { cut: CUT })] } });
    await carryOut(office.approver, "withdraw", id, { reason: "error" });
    await bend(change.replaceAll("$1", String(file)).replaceAll("$2", String(cutId)));
    return verdict(
      sql,
      `update documents set visibility = 'live', live_revision_id = last_live_revision_id, withdrawn_at = null,
        withdrawn_reason = null where id = ${id}`,
    );
  }
  test.each([
    ["not there", "delete from file_cuts where id = $2"],
    ["waiting", "update file_cuts set state = 'waiting' where id = $2"],
    ["failed", "update file_cuts set state = 'failed', failure = 'unreadable' where id = $2"],
    ["another cut", "update file_cuts set cut = '0-0-0-5000-5000' where id = $2"],
  ])("and not while a cut is %s, whatever of the file is ready", async (_state, change) => {
    expect(await cutComesBack(change)).toBe(rule);
  });
  test("and not while a cut is of a file of another site", async () => {
    expect(await cutComesBack(`update files set site_id = ${other.siteId} where id = $1`)).toBe(rule);
  });
  test("a cut that is ready is enough: nobody gets the whole, which may still be made", async () => {
    const { office } = house;
    const { id: file, sha256: hash } = await readyFile(office.reporter, undefined, { ...NOT_MADE, state: "waiting" });
    await readyCut(file, CUT);
    const cut = { body: { type: "doc" as const, content: [figureOf(hash, { cut: CUT })] } };
    expect(await published(office, cut)).toBeGreaterThan(0);
  });
});
