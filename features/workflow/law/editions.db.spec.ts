import { describe, expect, test } from "vitest";
import { type LawCase, oneHouse } from "./house.ts";
import { moved, movedBy, verdict } from "./testing.ts";

const { house, sql, bend } = oneHouse();

const edit = ({ edition }: LawCase, change: string) => `update editions set ${change} where id = ${edition}`;

describe("editions", () => {
  const opens = ({ article }: LawCase, columns = "", values = "") =>
    `insert into editions (document_id, number, purpose, opened_by, base_revision_id ${columns})
     select a.id, 90, 'revise', ${house.office.reporter.personId}, a.last_live_revision_id ${values}
     from documents a where a.id = ${article}`;
  test("at most one is open", async () => {
    expect(await verdict(sql, opens(house.draft))).toBe("one_open_edition");
    expect(await moved(sql, house.live, "draft", opens(house.live))).toBe("allowed");
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
    const older = `insert into editions (document_id, number, purpose, opened_by, base_revision_id)
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
      `document_id = ${house.live.article}`,
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
    const sender = house.office.reporter.personId;
    const sent = edit(draft, `state = 'in_review', submitted_by = ${sender}`);
    expect(await movedBy(sql, sender, draft, "in_review", sent)).toBe("allowed");
    expect(await moved(sql, draft, "closed", edit(draft, "state = 'closed', outcome = 'discarded'"))).toBe("allowed");
    expect(await moved(sql, review, "closed", edit(review, "state = 'closed', outcome = 'refused'"))).toBe("allowed");
    const recovered = edit(discarded, "state = 'draft', outcome = null, closed_at = null, closed_by = null");
    expect(await moved(sql, discarded, "draft", recovered)).toBe("allowed");
    await bend(edit(discarded, "closed_at = now() - interval '31 days'"));
    expect(await moved(sql, discarded, "draft", recovered)).toBe(refused);
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
    expect(await moved(sql, approved, "closed", edit(approved, published(approved.revision)))).toBe("allowed");
  });
  test("go out in an emergency only over an approver's own signature, and without an approval", async () => {
    const { review, office } = house;
    const out = (by: number, more = "") =>
      edit(
        review,
        `state = 'closed', outcome = 'published', published_revision_id = ${review.revision}, emergency_reason = 'Bão', closed_by = ${by} ${more}`,
      );
    const signed = (by: number) => `insert into approvals (document_id, revision_id, content_hash, person_id, kind)
      values (${review.article}, ${review.revision}, '${review.hash}', ${by}, 'emergency')`;
    const [approver, other, editor] = [office.approver.personId, office.approver2.personId, office.editor.personId];
    expect(await moved(sql, review, "closed", out(approver))).toBe("an_emergency_is_an_approvers");
    expect(await moved(sql, review, "closed", signed(approver), out(other))).toBe("an_emergency_is_an_approvers");
    expect(await moved(sql, review, "closed", signed(approver), out(editor))).toBe("an_emergency_is_an_approvers");
    expect(await moved(sql, review, "closed", signed(approver), out(approver).replace("'Bão'", "' '"))).toBe(
      "an_emergency_is_an_approvers",
    );
    expect(
      await moved(
        sql,
        review,
        "closed",
        signed(approver),
        out(approver, `, approved_revision_id = ${review.revision}`),
      ),
    ).toBe("only_an_approved_edition_names_its_text");
    expect(
      await moved(
        sql,
        review,
        "closed",
        signed(approver),
        out(approver, ", countersigned_at = now(), countersigned_by = 1"),
      ),
    ).toBe("nobody_countersigns_alone");
    expect(await moved(sql, review, "closed", signed(approver), out(approver))).toBe("allowed");
    expect(await verdict(sql, edit(review, "emergency_reason = 'Bão'"))).toBe("an_emergency_is_an_approvers");
  });
  test("are countersigned by another approver, once", async () => {
    const { owed, office } = house;
    const mark = (by: number) => edit(owed, `countersigned_at = now(), countersigned_by = ${by}`);
    const signed = `insert into approvals (document_id, revision_id, content_hash, person_id, kind)
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
  const sets = ({ article, edition, revision }: LawCase, pinned = revision) =>
    `insert into schedules (document_id, edition_id, move, due_at, revision_id, set_by, next_try_at)
     values (${article}, ${edition}, 'go_live', now() + interval '1 day', ${pinned}, ${house.office.approver.personId}, now())`;
  test("are of the approved text, and wait exactly while it is scheduled", async () => {
    const { approved, review, scheduled } = house;
    const goes = edit(approved, "state = 'scheduled'");
    expect(await moved(sql, approved, "scheduled", sets(approved), goes)).toBe("allowed");
    expect(await moved(sql, approved, "scheduled", goes)).toBe("a_scheduled_text_waits_for_its_hour");
    expect(await verdict(sql, sets(review))).toBe("a_schedule_is_of_the_approved_text");
    expect(await verdict(sql, sets(scheduled))).toBe("a_schedule_is_of_the_approved_text");
    expect(await moved(sql, scheduled, "approved", edit(scheduled, "state = 'approved'"))).toBe(
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
