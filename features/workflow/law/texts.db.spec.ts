import { describe, expect, test } from "vitest";
import { type LawCase, oneHouse } from "./house.ts";
import { moved, NO_HASH, quoted, sha256, verdict } from "./testing.ts";

const { house, sql, owner, bend } = oneHouse();

const COLUMNS =
  "document_id, edition_id, number, content, content_version, salt, content_hash, digest, canonical, section_id, writers, cut_because";
const hashOf = (text: string) => `encode(sha256(b.next_salt || convert_to(${text}, 'UTF8')), 'hex')`;
const cut = ({ edition, canonical }: LawCase, change: Record<string, string> = {}) => {
  const text = quoted(canonical);
  const values: Record<string, string> = {
    ...{ document_id: "b.document_id", edition_id: "b.edition_id", content: "b.content", content_version: "1" },
    ...{ number: "(select coalesce(max(number), 0) + 1 from revisions where document_id = b.document_id)" },
    ...{ salt: "b.next_salt", content_hash: hashOf(text), digest: "b.digest", cut_because: "'move'" },
    canonical: text,
    ...{ section_id: "(b.content->>'sectionId')::integer", writers: "b.unkept_by" },
    ...change,
  };
  return `insert into revisions (${COLUMNS}) overriding user value
    select ${COLUMNS.split(", ")
      .map((column) => values[column])
      .join(", ")} from draft_buffers b where b.edition_id = ${edition}`;
};

describe("buffers", () => {
  const words = (digest = sha256("other"), headline = "Khác") =>
    `content = content || '{"headline": "${headline}"}', digest = '${digest}'`;
  const type = ({ edition }: LawCase, change: string) =>
    `update draft_buffers set ${change} where edition_id = ${edition}`;
  test("nobody types in a frozen text", async () => {
    const by = `unkept_by = '{${house.office.editor.personId}}'`;
    for (const text of [house.approved, house.scheduled, house.live, house.discarded]) {
      expect(await verdict(sql, type(text, `${words()}, ${by}`))).toBe("a_frozen_text_is_not_typed_in");
      expect(await verdict(sql, type(text, by))).toBe("a_frozen_text_is_not_typed_in");
    }
    for (const text of [house.review, house.updating])
      expect(await verdict(sql, type(text, `${words()}, ${by}`))).toBe("allowed");
  });
  test("the uncut words of one writer are not saved over by another, nor put in another's name", async () => {
    const { editor, reporter } = house.office;
    const rule = "every_writers_words_are_kept";
    expect(await verdict(sql, type(house.draft, `${words()}, unkept_by = '{${editor.personId}}'`))).toBe(rule);
    expect(await verdict(sql, type(house.draft, `unkept_by = '{${editor.personId}}'`))).toBe(rule);
    expect(await verdict(sql, type(house.draft, "unkept_by = '{}'"))).toBe(rule);
    expect(await verdict(sql, type(house.draft, `${words()}, unkept_by = '{${reporter.personId}}'`))).toBe("allowed");
  });
  test("a change is in somebody's name", async () => {
    expect(await verdict(sql, type(house.review, words()))).toBe("every_text_names_its_writers");
    expect(await verdict(sql, type(house.updating, words()))).toBe("every_text_names_its_writers");
    const typed = type(house.review, `${words()}, unkept_by = '{${house.office.editor.personId}}'`);
    const undone = `update draft_buffers b set content = r.content, digest = r.digest, unkept_by = '{}'
      from revisions r where r.id = ${house.review.revision} and b.edition_id = ${house.review.edition}`;
    expect(await verdict(sql, typed, undone)).toBe("allowed");
  });
  test("writers are people, each once, and who joins leaves nobody out", async () => {
    const { editor, reporter } = house.office;
    const both = [reporter.personId, editor.personId].sort((a, b) => a - b);
    const named = (ids: readonly number[]) => type(house.draft, `${words()}, unkept_by = '{${ids.join(",")}}'`);
    expect(await verdict(sql, named(both))).toBe("allowed");
    for (const none of [both.toReversed(), [...both, both[1] ?? 0], [reporter.personId, 2_000_000_000]]) {
      expect(await verdict(sql, named(none))).toBe("writers_are_a_set_of_people");
    }
    expect(await verdict(sql, named(both), named([editor.personId]))).toBe("every_writers_words_are_kept");
    const joined = type(house.draft, `unkept_by = '{${both.join(",")}}'`);
    expect(await verdict(sql, joined, cut(house.draft))).toBe("allowed");
    expect(await verdict(sql, joined, cut(house.draft, { writers: `'{${reporter.personId}}'` }))).toBe(
      "a_revision_names_its_writers",
    );
  });
  test("a digest does not change without its text", async () => {
    const by = `unkept_by = '{${house.office.editor.personId}}'`;
    expect(await verdict(sql, type(house.review, `digest = '${NO_HASH}', ${by}`))).toBe("a_digest_is_of_its_text");
  });
  test("a text stays with its edition, and an update begins from the live one", async () => {
    expect(await verdict(sql, type(house.review, `edition_id = ${house.live.edition}`))).toBe(
      "a_buffer_stays_with_its_edition",
    );
    const edition = `insert into editions (document_id, number, purpose, opened_by, base_revision_id) values
      (${house.live.article}, 90, 'revise', ${house.office.reporter.personId}, ${house.live.revision})`;
    const buffer = (
      change: string,
    ) => `insert into draft_buffers (edition_id, document_id, content, digest, next_salt, unkept_by)
      select (select max(id) from editions), document_id, ${change} from revisions where id = ${house.live.revision}`;
    expect(await moved(sql, house.live, "draft", edition, buffer("content, digest, '\\x00', '{}'"))).toBe("allowed");
    for (const change of [
      "content || '{\"headline\": \"x\"}', digest, '\\x00', '{}'",
      `content, '${NO_HASH}', '\\x00', '{}'`,
      `content, digest, '\\x00', '{${house.office.editor.personId}}'`,
    ]) {
      expect(await moved(sql, house.live, "draft", edition, buffer(change))).toBe(
        "an_update_begins_from_the_live_text",
      );
    }
  });
});

describe("revisions", () => {
  test("are cut from their buffer, in its writer's name", async () => {
    expect(await verdict(sql, cut(house.draft))).toBe("allowed");
    for (const change of [
      { content: 'b.content || \'{"headline": "x"}\'' },
      { digest: `'${NO_HASH}'` },
      { salt: "'\\x00112233445566778899aabbccddeeff'" },
    ] as Record<string, string>[]) {
      expect(await verdict(sql, cut(house.draft, change))).toBe("a_revision_is_cut_from_its_buffer");
    }
    expect(await verdict(sql, cut(house.draft, { writers: `'{${house.office.editor.personId}}'` }))).toBe(
      "a_revision_names_its_writers",
    );
  });
  test("have both hashes of the canonical text that they hold, and hold one", async () => {
    const rule = "a_hash_is_of_the_signed_text";
    const other = quoted(house.review.canonical.replace("Khai", "Bế"));
    for (const change of [
      { content_hash: `'${sha256("any")}'` },
      { content_hash: `encode(sha256(convert_to(${quoted(house.draft.canonical)}, 'UTF8')), 'hex')` },
      { canonical: other },
      { canonical: other, content_hash: hashOf(other) },
      { canonical: quoted(`${house.draft.canonical} `), content_hash: hashOf(quoted(`${house.draft.canonical} `)) },
      { canonical: "null::text", section_id: "null" },
    ] as Record<string, string>[]) {
      expect(await verdict(sql, cut(house.draft, change))).toBe(rule);
    }
  });
  test("of a text that nobody typed in are its starter's", async () => {
    const { reporter, editor } = house.office;
    const begun = { ...house.draft };
    await bend(`update draft_buffers set unkept_by = '{}' where edition_id = ${begun.edition}`);
    expect(await verdict(sql, cut(begun, { writers: `'{${editor.personId}}'` }))).toBe("a_revision_names_its_writers");
    expect(await verdict(sql, cut(begun, { writers: `'{${reporter.personId}}'` }))).toBe("allowed");
    await bend(`update draft_buffers set unkept_by = '{${reporter.personId}}' where edition_id = ${begun.edition}`);
  });
  test("follow each other: none is slipped in before another", async () => {
    const earlier = cut(house.draft)
      .replace(`(${COLUMNS}) overriding user value`, `(id, ${COLUMNS}) overriding system value`)
      .replace("select b.document_id", "select -5, b.document_id");
    expect(await verdict(sql, cut(house.draft), earlier)).toBe("revisions_follow_each_other");
    expect(await verdict(sql, cut(house.draft), cut(house.draft, { number: "1" }))).toBe("revisions_follow_each_other");
  });
  test("stand in the section that their text says, of their own site", async () => {
    expect(await verdict(sql, cut(house.draft, { section_id: `${house.office.elsewhere}` }))).toBe(
      "a_revision_stands_where_its_text_says",
    );
    expect(await verdict(sql, cut(house.draft, { section_id: "null" }))).toBe("a_revision_stands_where_its_text_says");
    const elsewhere = house.draft.canonical.replace(/"sectionId":\d+/, `"sectionId":${house.office.elsewhere}`);
    expect(elsewhere).not.toBe(house.draft.canonical);
    expect(await verdict(sql, cut(house.draft, { canonical: quoted(elsewhere) }))).toBe(
      "a_revision_stands_where_its_text_says",
    );
  });
  test("are not cut from a frozen text", async () => {
    const by = { writers: `'{${house.office.reporter.personId}}'` };
    for (const text of [house.approved, house.live])
      expect(await verdict(sql, cut(text, by))).toBe("a_frozen_text_is_not_typed_in");
  });
});

test("the law reads the newsroom's tables, whatever a client puts before them", async () => {
  const rows = await owner(
    "select proname from pg_proc where pronamespace = 'public'::regnamespace and proconfig is null and prosqlbody is null and prolang in (select oid from pg_language where lanname in ('sql', 'plpgsql'))",
  );
  expect(rows).toEqual([]);
});
