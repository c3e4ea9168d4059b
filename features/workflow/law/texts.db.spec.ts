import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bend } from "#db/testing.ts";
import { aHouse, type House, type Standing } from "./house.ts";
import { NO_HASH, type Sql, sha256, speakSql, tell, verdict } from "./testing.ts";

let house: House;
let sql: Sql;
beforeAll(async () => {
  house = await aHouse();
  sql = house.sql;
});
afterAll(() => house.close());

const edit = ({ edition }: Standing, change: string) => `update editions set ${change} where id = ${edition}`;
/** The verdict on a move that does leave its line of history. */
async function moved(
  text: Standing,
  to: "draft" | "in_review" | "approved" | "scheduled" | "closed",
  ...steps: string[]
) {
  await sql("begin");
  try {
    for (const step of steps) await sql(step);
    await tell(sql, text.article, { to });
    await sql("set constraints all immediate");
    return "allowed";
  } catch (error) {
    return (error as { constraint?: string; code?: string }).constraint;
  } finally {
    await sql("rollback");
  }
}

describe("editions", () => {
  const opens = ({ article }: Standing, columns = "", values = "") =>
    `insert into editions (article_id, number, purpose, opened_by, base_revision_id ${columns})
     select a.id, 90, 'revise', ${house.office.reporter.personId}, a.last_live_revision_id ${values}
     from articles a where a.id = ${article}`;
  test("at most one is open", async () => {
    expect(await verdict(sql, opens(house.draft))).toBe("one_open_edition");
    expect(await moved(house.live, "draft", opens(house.live))).toBe("allowed");
  });
  test("begin as drafts with nothing decided, from what readers had last", async () => {
    expect(await verdict(sql, opens(house.live, ", state", ", 'in_review'"))).toBe("editions_begin_as_drafts");
    for (const [column, value] of [
      ["approved_revision_id", "a.live_revision_id"],
      ["emergency_reason", "'x'"],
      ["countersigned_by", "1"],
    ]) {
      expect(await verdict(sql, opens(house.live, `, ${column}`, `, ${value}`))).toBe("editions_begin_as_drafts");
    }
    const older = `insert into editions (article_id, number, purpose, opened_by, base_revision_id)
      values (${house.discarded.article}, 91, 'revise', ${house.office.reporter.personId}, ${house.discarded.revision})`;
    expect(await verdict(sql, older)).toBe("an_update_begins_from_the_live_text");
    expect(await verdict(sql, opens(house.live).replace("a.last_live_revision_id", "null"))).toBe(
      "an_update_begins_from_the_live_text",
    );
  });
  test("keep who started them, their article, number, purpose and base", async () => {
    const { editor } = house.office;
    for (const change of [
      `opened_by = ${editor.personId}`,
      "number = 7",
      "purpose = 'correct'",
      "opened_at = now()",
      `article_id = ${house.live.article}`,
    ]) {
      expect(await verdict(sql, edit(house.review, change))).toBe("an_edition_keeps_its_origin");
    }
  });
  test("move as the table says", async () => {
    const refused = "editions_move_as_the_table_says";
    const { draft, review, approved, scheduled, discarded } = house;
    for (const [text, to] of [
      [draft, "'approved'"],
      [draft, "'scheduled'"],
      [review, "'scheduled'"],
      [scheduled, "'in_review'"],
    ] as const) {
      expect(await verdict(sql, edit(text, `state = ${to}`))).toBe(refused);
    }
    for (const [text, outcome] of [
      [draft, "refused"],
      [review, "discarded"],
      [approved, "discarded"],
      [scheduled, "refused"],
    ] as const) {
      expect(await verdict(sql, edit(text, `state = 'closed', outcome = '${outcome}'`))).toBe(refused);
    }
    expect(await moved(draft, "in_review", edit(draft, "state = 'in_review'"))).toBe("allowed");
    expect(await moved(draft, "closed", edit(draft, "state = 'closed', outcome = 'discarded'"))).toBe("allowed");
    expect(await moved(review, "closed", edit(review, "state = 'closed', outcome = 'refused'"))).toBe("allowed");
    const recovered = edit(discarded, "state = 'draft', outcome = null, closed_at = null, closed_by = null");
    expect(await moved(discarded, "draft", recovered)).toBe("allowed");
    await bend(house.db.ownerUrl, edit(discarded, "closed_at = now() - interval '31 days'"));
    expect(await moved(discarded, "draft", recovered)).toBe(refused);
    expect(await verdict(sql, edit(house.live, "state = 'draft', outcome = null, published_revision_id = null"))).toBe(
      refused,
    );
  });
  test("that are closed stay as they were", async () => {
    for (const change of [
      "emergency_reason = 'x'",
      "closed_by = null",
      "outcome = 'discarded', published_revision_id = null",
      "closed_at = now()",
    ]) {
      expect(await verdict(sql, edit(house.live, change))).toBe("what_is_closed_stays_as_it_was");
    }
  });
  test("name an approved text only by being approved, and never another one", async () => {
    const { review, approved, scheduled, live } = house;
    expect(await verdict(sql, edit(review, `approved_revision_id = ${review.revision}`))).toBe(
      "only_an_approved_edition_names_its_text",
    );
    expect(await verdict(sql, edit(approved, "approved_revision_id = null"))).toBe("an_approval_is_of_one_text");
    expect(await verdict(sql, edit(scheduled, `approved_revision_id = ${live.revision}`))).toBe(
      "an_approval_is_of_one_text",
    );
  });
  test("publish what was approved, and nothing unapproved", async () => {
    const { approved, review, draft, live } = house;
    const published = (revision: number, more = "") =>
      `state = 'closed', outcome = 'published', published_revision_id = ${revision} ${more}`;
    expect(await verdict(sql, edit(approved, published(live.revision)))).toBe("what_was_approved_is_published");
    expect(await verdict(sql, edit(approved, published(approved.revision, ", approved_revision_id = null")))).toBe(
      "an_approval_is_of_one_text",
    );
    expect(await verdict(sql, edit(review, published(review.revision)))).toBe("nothing_is_published_unapproved");
    expect(await verdict(sql, edit(draft, published(live.revision)))).toBe("nothing_is_published_unapproved");
    expect(await moved(approved, "closed", edit(approved, published(approved.revision)))).toBe("allowed");
  });
  test("go out in an emergency only over an approver's own signature, and without an approval", async () => {
    const { review, office } = house;
    const out = (by: number, more = "") =>
      edit(
        review,
        `state = 'closed', outcome = 'published', published_revision_id = ${review.revision}, emergency_reason = 'Bão', closed_by = ${by} ${more}`,
      );
    const signed = (by: number) => `insert into approvals (article_id, revision_id, content_hash, person_id, kind)
      values (${review.article}, ${review.revision}, '${review.hash}', ${by}, 'emergency')`;
    const [approver, other, editor] = [office.approver.personId, office.approver2.personId, office.editor.personId];
    expect(await moved(review, "closed", out(approver))).toBe("an_emergency_is_an_approvers");
    expect(await moved(review, "closed", signed(approver), out(other))).toBe("an_emergency_is_an_approvers");
    expect(await moved(review, "closed", signed(approver), out(editor))).toBe("an_emergency_is_an_approvers");
    expect(await moved(review, "closed", signed(approver), out(approver).replace("'Bão'", "' '"))).toBe(
      "an_emergency_is_an_approvers",
    );
    expect(
      await moved(review, "closed", signed(approver), out(approver, `, approved_revision_id = ${review.revision}`)),
    ).toBe("only_an_approved_edition_names_its_text");
    expect(
      await moved(
        review,
        "closed",
        signed(approver),
        out(approver, ", countersigned_at = now(), countersigned_by = 1"),
      ),
    ).toBe("nobody_countersigns_alone");
    expect(await moved(review, "closed", signed(approver), out(approver))).toBe("allowed");
    expect(await verdict(sql, edit(review, "emergency_reason = 'Bão'"))).toBe("an_emergency_is_an_approvers");
  });
  test("are countersigned by another approver, once", async () => {
    const { owed, office } = house;
    const mark = (by: number) => edit(owed, `countersigned_at = now(), countersigned_by = ${by}`);
    const signed = `insert into approvals (article_id, revision_id, content_hash, person_id, kind)
      values (${owed.article}, ${owed.revision}, '${owed.hash}', ${office.approver2.personId}, 'countersign')`;
    expect(await verdict(sql, mark(office.approver2.personId))).toBe("nobody_countersigns_alone");
    expect(await verdict(sql, mark(office.approver.personId))).toBe("nobody_countersigns_alone");
    expect(await verdict(sql, signed, mark(office.editor.personId))).toBe("nobody_countersigns_alone");
    expect(await verdict(sql, signed, mark(office.approver2.personId))).toBe("allowed");
    expect(
      await verdict(
        sql,
        signed,
        mark(office.approver2.personId),
        edit(owed, "countersigned_at = null, countersigned_by = null"),
      ),
    ).toBe("what_is_closed_stays_as_it_was");
  });
});

describe("schedules", () => {
  const sets = ({ article, edition, revision }: Standing, pinned = revision) =>
    `insert into schedules (article_id, edition_id, move, due_at, revision_id, set_by, next_try_at)
     values (${article}, ${edition}, 'go_live', now() + interval '1 day', ${pinned}, ${house.office.approver.personId}, now())`;
  test("are of the approved text, and wait exactly while it is scheduled", async () => {
    const { approved, review, scheduled } = house;
    const goes = edit(approved, "state = 'scheduled'");
    expect(await moved(approved, "scheduled", sets(approved), goes)).toBe("allowed");
    expect(await moved(approved, "scheduled", goes)).toBe("a_scheduled_text_waits_for_its_hour");
    expect(await verdict(sql, sets(review))).toBe("a_schedule_is_of_the_approved_text");
    expect(await verdict(sql, sets(scheduled))).toBe("a_schedule_is_of_the_approved_text");
    expect(await moved(scheduled, "approved", edit(scheduled, "state = 'approved'"))).toBe(
      "a_scheduled_text_waits_for_its_hour",
    );
  });
  test("keep their hour, and nothing goes live before it", async () => {
    const { scheduled } = house;
    const change = (what: string) => `update schedules set ${what} where edition_id = ${scheduled.edition}`;
    for (const what of [
      "due_at = now()",
      `revision_id = ${scheduled.revision} - 1`,
      `set_by = ${house.office.editor.personId}`,
    ]) {
      expect(await verdict(sql, change(what))).toBe("a_schedule_keeps_its_hour");
    }
    expect(await verdict(sql, change("attempts = 1, next_try_at = now(), error = 'x'"))).toBe("allowed");
    const out = edit(
      scheduled,
      `state = 'closed', outcome = 'published', published_revision_id = ${scheduled.revision}`,
    );
    expect(await verdict(sql, out)).toBe("nothing_goes_live_before_its_hour");
  });
});

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
    expect(await moved(house.live, "draft", edition, buffer("content, digest, '\\x00', null"))).toBe("allowed");
    for (const change of [
      "content || '{\"headline\": \"x\"}', digest, '\\x00', null",
      `content, '${NO_HASH}', '\\x00', null`,
      `content, digest, '\\x00', ${house.office.editor.personId}`,
    ]) {
      expect(await moved(house.live, "draft", edition, buffer(change))).toBe("an_update_begins_from_the_live_text");
    }
  });
});

describe("revisions", () => {
  const COLUMNS =
    "article_id, edition_id, number, content, body_version, salt, content_hash, digest, section_id, writer_id, cut_because";
  const cut = ({ edition }: Standing, change: Record<string, string> = {}) => {
    const values: Record<string, string> = {
      ...{ article_id: "b.article_id", edition_id: "b.edition_id", content: "b.content", body_version: "1" },
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
    await bend(house.db.ownerUrl, `update draft_buffers set last_writer_id = null where edition_id = ${begun.edition}`);
    expect(await verdict(sql, cut(begun, { writer_id: `${editor.personId}` }))).toBe("a_revision_names_its_writer");
    expect(await verdict(sql, cut(begun, { writer_id: `${reporter.personId}` }))).toBe("allowed");
    await bend(
      house.db.ownerUrl,
      `update draft_buffers set last_writer_id = ${reporter.personId} where edition_id = ${begun.edition}`,
    );
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
  const owner = await speakSql(house.db.ownerUrl);
  const { rows } = {
    rows: await owner(
      "select proname from pg_proc where pronamespace = 'public'::regnamespace and proconfig is null and prolang in (select oid from pg_language where lanname in ('sql', 'plpgsql'))",
    ),
  };
  await owner.end();
  expect(rows).toEqual([]);
});
