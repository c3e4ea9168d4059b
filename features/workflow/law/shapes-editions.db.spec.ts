import { describe, expect, test } from "vitest";
import { type LawCase, oneHouse } from "./house.ts";
import { asleep, sha256, verdict } from "./testing.ts";

const { house, sql, owner } = oneHouse();

const edit = ({ edition }: LawCase, change: string) => `update editions set ${change} where id = ${edition}`;

describe("an edition", () => {
  test("is in one of the five states of the table", async () => {
    expect(await asleep(owner, "editions", edit(house.draft, "state = 'lost'"))).toBe("a_state_is_one_of_five");
    expect(await asleep(owner, "editions", edit(house.draft, "state = 'in_review'"))).toBe("allowed");
  });
  test("that is approved or scheduled names the text that was approved", async () => {
    const rule = "nothing_leaves_unapproved";
    expect(await asleep(owner, "editions", edit(house.review, "state = 'approved'"))).toBe(rule);
    expect(await asleep(owner, "editions", edit(house.review, "state = 'scheduled'"))).toBe(rule);
    expect(await asleep(owner, "editions", edit(house.scheduled, "approved_revision_id = null"))).toBe(rule);
  });
  test("has an outcome exactly when it is closed", async () => {
    const rule = "closed_has_an_outcome";
    expect(await verdict(sql, edit(house.draft, "state = 'closed'"))).toBe(rule);
    expect(await verdict(sql, edit(house.draft, "outcome = 'discarded'"))).toBe(rule);
  });
  test("names a published text exactly when it was published", async () => {
    const rule = "published_names_its_text";
    const text = (standing: LawCase) => `published_revision_id = ${standing.revision}`;
    const thrownAway = `state = 'closed', outcome = 'discarded', ${text(house.live)}`;
    expect(await verdict(sql, edit(house.draft, thrownAway))).toBe(rule);
    expect(await verdict(sql, edit(house.approved, text(house.approved)))).toBe(rule);
    expect(await asleep(owner, "editions", edit(house.live, "published_revision_id = null"))).toBe(rule);
  });
  test("publishes what was approved, or is an emergency", async () => {
    const out = `state = 'closed', outcome = 'published', published_revision_id = ${house.review.revision}`;
    expect(await asleep(owner, "editions", edit(house.review, out))).toBe("published_was_approved_or_an_emergency");
    expect(await asleep(owner, "editions", edit(house.review, `${out}, emergency_reason = 'Bão'`))).toBe("allowed");
    const approved = `${out}, approved_revision_id = ${house.review.revision}`;
    expect(await asleep(owner, "editions", edit(house.review, approved))).toBe("allowed");
  });
  test("is not countersigned by whoever sent it out", async () => {
    const { approver, approver2 } = house.office;
    const by = ({ personId }: { personId: number }) => edit(house.owed, `countersigned_by = ${personId}`);
    expect(await asleep(owner, "editions", by(approver))).toBe("nobody_countersigns_alone");
    expect(await asleep(owner, "editions", by(approver2))).toBe("allowed");
  });
  test("begins from, approves and publishes texts of its own article", async () => {
    const foreign = house.live.revision;
    const { draft, approved, owed } = house;
    expect(await asleep(owner, "editions", edit(draft, `base_revision_id = ${foreign}`))).toBe("base_text_is_its_own");
    expect(await asleep(owner, "editions", edit(approved, `approved_revision_id = ${foreign}`))).toBe(
      "approved_text_is_its_own",
    );
    expect(await asleep(owner, "editions", edit(owed, `published_revision_id = ${foreign}`))).toBe(
      "published_text_is_its_own",
    );
  });
  test("has a number of its own", async () => {
    const again = (number: number) =>
      `insert into editions (document_id, number, purpose, opened_by, base_revision_id)
       values (${house.live.article}, ${number}, 'revise', ${house.office.reporter.personId}, ${house.live.revision})`;
    expect(await verdict(sql, again(1))).toBe("editions_are_numbered");
    expect(await asleep(owner, "editions", again(2))).toBe("allowed");
  });
});

describe("a text that is typed", () => {
  test("is no larger than can be carried", async () => {
    const fill = (bytes: number) =>
      `update draft_buffers set content = content || jsonb_build_object('headline', repeat('x', ${bytes})),
       digest = '${sha256("long")}' where edition_id = ${house.draft.edition}`;
    expect(await verdict(sql, fill(3_000_000))).toBe("a_text_is_at_most_3_mb");
    expect(await verdict(sql, fill(2_000_000))).toBe("allowed");
  });
  test("belongs to an edition of its article", async () => {
    const copied = `insert into draft_buffers (edition_id, document_id, content, digest, next_salt)
      select 2000000000, document_id, content, digest, next_salt from draft_buffers where edition_id = ${house.draft.edition}`;
    expect(await verdict(sql, copied)).toBe("a_buffer_belongs_to_an_edition");
    const moved = `update draft_buffers set document_id = ${house.live.article} where edition_id = ${house.draft.edition}`;
    expect(await asleep(owner, "draft_buffers", moved)).toBe("a_buffer_belongs_to_an_edition");
  });
});

describe("a schedule", () => {
  const sets = (change: Partial<LawCase> = {}) => {
    const { article, edition, revision } = { ...house.approved, ...change };
    return `insert into schedules (document_id, edition_id, move, due_at, revision_id, set_by, next_try_at)
      values (${article}, ${edition}, 'go_live', now(), ${revision}, ${house.office.approver.personId}, now())`;
  };
  test("waits alone", async () => {
    expect(await verdict(sql, sets(), sets())).toBe("one_schedule_waits");
    const ended = `update schedules set ended_at = now(), outcome = 'cancelled' where edition_id = ${house.approved.edition}`;
    expect(await asleep(owner, "schedules", sets(), ended, sets())).toBe("allowed");
  });
  test("has an outcome exactly when it ended", async () => {
    const change = (what: string) => `update schedules set ${what} where edition_id = ${house.scheduled.edition}`;
    expect(await verdict(sql, change("ended_at = now()"))).toBe("an_ended_schedule_has_an_outcome");
    expect(await verdict(sql, change("outcome = 'done'"))).toBe("an_ended_schedule_has_an_outcome");
    expect(await verdict(sql, change("ended_at = now(), outcome = 'failed'"))).toBe("allowed");
  });
  test("is for an edition and a text of its article", async () => {
    const { article, revision } = house.live;
    expect(await asleep(owner, "schedules", sets({ article, revision }))).toBe("a_schedule_is_for_an_edition");
    expect(await asleep(owner, "schedules", sets({ revision }))).toBe("a_schedule_pins_a_text_of_its_document");
    expect(await asleep(owner, "schedules", sets())).toBe("allowed");
  });
});
