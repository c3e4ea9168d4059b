import { describe, expect, test } from "vitest";
import { oneHouse, type Standing } from "./house.ts";
import { moved, NO_HASH, sha256, verdict } from "./testing.ts";

const { house, sql, owner, bend } = oneHouse();

describe("buffers", () => {
  const words = (digest = sha256("other"), headline = "Khác") =>
    `content = content || '{"headline": "${headline}"}', digest = '${digest}'`;
  const type = ({ edition }: Standing, change: string) =>
    `update draft_buffers set ${change} where edition_id = ${edition}`;
  test("nobody types in a frozen text", async () => {
    const by = `last_writer_id = ${house.office.editor.personId}`;
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
    expect(await verdict(sql, type(house.draft, `${words()}, last_writer_id = ${editor.personId}`))).toBe(rule);
    expect(await verdict(sql, type(house.draft, `last_writer_id = ${editor.personId}`))).toBe(rule);
    expect(await verdict(sql, type(house.draft, "last_writer_id = null"))).toBe(rule);
    expect(await verdict(sql, type(house.draft, `${words()}, last_writer_id = ${reporter.personId}`))).toBe("allowed");
  });
  test("a change is in somebody's name", async () => {
    expect(await verdict(sql, type(house.review, words()))).toBe("every_text_names_its_writer");
    expect(await verdict(sql, type(house.updating, words()))).toBe("every_text_names_its_writer");
    const typed = type(house.review, `${words()}, last_writer_id = ${house.office.editor.personId}`);
    const undone = `update draft_buffers b set content = r.content, digest = r.digest, last_writer_id = null
      from revisions r where r.id = ${house.review.revision} and b.edition_id = ${house.review.edition}`;
    expect(await verdict(sql, typed, undone)).toBe("allowed");
  });
  test("a digest does not change without its text", async () => {
    const by = `last_writer_id = ${house.office.editor.personId}`;
    expect(await verdict(sql, type(house.review, `digest = '${NO_HASH}', ${by}`))).toBe("a_digest_is_of_its_text");
  });
  test("a text stays with its edition, and an update begins from the live one", async () => {
    expect(await verdict(sql, type(house.review, `edition_id = ${house.live.edition}`))).toBe(
      "a_buffer_stays_with_its_edition",
    );
    const edition = `insert into editions (article_id, number, purpose, opened_by, base_revision_id) values
      (${house.live.article}, 90, 'revise', ${house.office.reporter.personId}, ${house.live.revision})`;
    const buffer = (
      change: string,
    ) => `insert into draft_buffers (edition_id, article_id, content, digest, next_salt, last_writer_id)
      select (select max(id) from editions), article_id, ${change} from revisions where id = ${house.live.revision}`;
    expect(await moved(sql, house.live, "draft", edition, buffer("content, digest, '\\x00', null"))).toBe("allowed");
    for (const change of [
      "content || '{\"headline\": \"x\"}', digest, '\\x00', null",
      `content, '${NO_HASH}', '\\x00', null`,
      `content, digest, '\\x00', ${house.office.editor.personId}`,
    ]) {
      expect(await moved(sql, house.live, "draft", edition, buffer(change))).toBe(
        "an_update_begins_from_the_live_text",
      );
    }
  });
});

describe("revisions", () => {
  const COLUMNS =
    "article_id, edition_id, number, content, content_version, salt, content_hash, digest, section_id, writer_id, cut_because";
  const cut = ({ edition }: Standing, change: Record<string, string> = {}) => {
    const values: Record<string, string> = {
      ...{ article_id: "b.article_id", edition_id: "b.edition_id", content: "b.content", content_version: "1" },
      ...{ number: "(select coalesce(max(number), 0) + 1 from revisions where article_id = b.article_id)" },
      ...{ salt: "b.next_salt", content_hash: `'${sha256("any")}'`, digest: "b.digest", cut_because: "'move'" },
      ...{ section_id: "(b.content->>'sectionId')::integer", writer_id: "coalesce(b.last_writer_id, 0)" },
      ...change,
    };
    return `insert into revisions (${COLUMNS}) overriding user value
      select ${COLUMNS.split(", ")
        .map((column) => values[column])
        .join(", ")} from draft_buffers b where b.edition_id = ${edition}`;
  };
  test("are cut from their buffer, in its writer's name", async () => {
    expect(await verdict(sql, cut(house.draft))).toBe("allowed");
    for (const change of [
      { content: 'b.content || \'{"headline": "x"}\'' },
      { digest: `'${NO_HASH}'` },
      { salt: "'\\x00112233445566778899aabbccddeeff'" },
    ] as Record<string, string>[]) {
      expect(await verdict(sql, cut(house.draft, change))).toBe("a_revision_is_cut_from_its_buffer");
    }
    expect(await verdict(sql, cut(house.draft, { writer_id: `${house.office.editor.personId}` }))).toBe(
      "a_revision_names_its_writer",
    );
  });
  test("of a text that nobody typed in are its starter's", async () => {
    const { reporter, editor } = house.office;
    const begun = { ...house.draft };
    await bend(`update draft_buffers set last_writer_id = null where edition_id = ${begun.edition}`);
    expect(await verdict(sql, cut(begun, { writer_id: `${editor.personId}` }))).toBe("a_revision_names_its_writer");
    expect(await verdict(sql, cut(begun, { writer_id: `${reporter.personId}` }))).toBe("allowed");
    await bend(`update draft_buffers set last_writer_id = ${reporter.personId} where edition_id = ${begun.edition}`);
  });
  test("follow each other: none is slipped in before another", async () => {
    const earlier = cut(house.draft)
      .replace(`(${COLUMNS}) overriding user value`, `(id, ${COLUMNS}) overriding system value`)
      .replace("select b.article_id", "select -5, b.article_id");
    expect(await verdict(sql, cut(house.draft), earlier)).toBe("revisions_follow_each_other");
    expect(await verdict(sql, cut(house.draft), cut(house.draft, { number: "1" }))).toBe("revisions_follow_each_other");
  });
  test("stand in the section that their text says, of their own site", async () => {
    expect(await verdict(sql, cut(house.draft, { section_id: `${house.office.elsewhere}` }))).toBe(
      "a_revision_stands_where_its_text_says",
    );
    expect(await verdict(sql, cut(house.draft, { section_id: "null" }))).toBe("a_revision_stands_where_its_text_says");
  });
  test("are not cut from a frozen text", async () => {
    const by = { writer_id: `${house.office.reporter.personId}` };
    for (const text of [house.approved, house.live])
      expect(await verdict(sql, cut(text, by))).toBe("a_frozen_text_is_not_typed_in");
  });
});

test("the law reads the newsroom's tables, whatever a client puts before them", async () => {
  const rows = await owner(
    "select proname from pg_proc where pronamespace = 'public'::regnamespace and proconfig is null and prolang in (select oid from pg_language where lanname in ('sql', 'plpgsql'))",
  );
  expect(rows).toEqual([]);
});
