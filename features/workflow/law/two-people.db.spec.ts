import { beforeAll, describe, expect, test } from "vitest";
import { carryOut } from "#features/moves/commands.ts";
import { drafted, type Office, type Person, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { inPlainSql, moved, movedBy, verdict } from "./testing.ts";

const { db, office, lends } = oneOffice();
const { sql, owner } = inPlainSql(db);
let strict: number;
beforeAll(async () => {
  strict = await owner.one<number>(
    "insert into sections (site_id, name, slug, parent_id, strict) values ($1, 'Ngặt', 'ngat', $2, true) returning id",
    [office.siteId, office.news],
  );
  await lends(office.approver, office.editor);
});

const signs = (article: number, who: Person, change: { forWhom?: Person; kind?: string } = {}): [string, unknown[]] => [
  `insert into approvals (document_id, revision_id, content_hash, person_id, for_person_id, kind)
   select document_id, id, content_hash, $2, $3, $4 from revisions where document_id = $1 order by id desc limit 1`,
  [article, who.personId, change.forWhom?.personId ?? null, change.kind ?? "confirm"],
];
/** What the database says when the edition becomes approved over these signatures, with its line of history. */
const approvedOver = (article: number, ...signatures: [string, unknown[]][]) =>
  moved(sql, { article }, "approved", ...signatures, [
    `update editions set state = 'approved', approved_revision_id = (select max(id) from revisions where document_id = $1)
     where document_id = $1`,
    [article],
  ]);

/** A text in review that one person began and, perhaps, another one mended; every word is in a revision. */
async function inReview(startedBy: Person, mendedBy?: Person, sectionId = office.party): Promise<number> {
  const as: Office = { ...office, reporter: startedBy };
  if (!mendedBy) return submitted(as, { sectionId });
  const id = await drafted(as, { sectionId });
  // An editor or an approver of the section mends what is not theirs.
  if (mendedBy === office.reporter) await carryOut(startedBy, "hand_over", id, { toPersonId: mendedBy.personId });
  await typeIn(mendedBy, id, { standfirst: "Sửa một dấu phẩy." });
  await carryOut(office.editor, "submit", id, {});
  return id;
}

describe("the approver among those who confirmed", () => {
  test("is not who started it, nor a deputy of that one, nor one whom that one stands for", async () => {
    const { approver, approver2, editor, reporter } = office;
    const own = await inReview(approver, reporter);
    const confirmed = signs(own, editor);
    expect(await approvedOver(own, confirmed, signs(own, approver))).toBe("nobody_approves_alone");
    expect(await approvedOver(own, confirmed, signs(own, editor, { forWhom: approver }))).toBe("nobody_approves_alone");
    expect(await approvedOver(own, confirmed, signs(own, approver2))).toBe("allowed");
    const deputys = await inReview(editor, reporter);
    const lent = signs(deputys, editor, { forWhom: approver });
    expect(await approvedOver(deputys, signs(deputys, approver2), lent)).toBe("allowed");
    expect(await approvedOver(deputys, signs(deputys, reporter), lent)).toBe("nobody_approves_alone");
  });

  test("wrote nothing of it in a strict section, nor did their deputy", async () => {
    const { approver, approver2, editor, reporter } = office;
    const mended = await inReview(reporter, approver, strict);
    const both = [signs(mended, reporter), signs(mended, approver)];
    expect(await approvedOver(mended, ...both)).toBe("nobody_approves_alone");
    expect(await approvedOver(mended, ...both, signs(mended, editor, { forWhom: approver }))).toBe(
      "nobody_approves_alone",
    );
    expect(await approvedOver(mended, signs(mended, approver2))).toBe("allowed");
    const deputys = await inReview(reporter, editor, strict);
    const lent = signs(deputys, editor, { forWhom: approver });
    expect(await approvedOver(deputys, signs(deputys, reporter), lent)).toBe("nobody_approves_alone");
    const ordinary = await inReview(reporter, approver);
    expect(await approvedOver(ordinary, signs(ordinary, reporter), signs(ordinary, approver))).toBe("allowed");
  });
});

describe("whoever sent a text", () => {
  const rule = "nobody_approves_alone_what_they_sent";
  /** The reporter's draft, sent by somebody else. */
  async function sentBy(sender: Person): Promise<number> {
    const id = await drafted(office);
    await carryOut(sender, "submit", id, {});
    return id;
  }

  test("does not approve it alone, nor with a deputy of their own; its writer or a colleague is the second person", async () => {
    const { approver, approver2, editor, reporter } = office;
    const id = await sentBy(approver);
    const own = signs(id, approver, { kind: "approve" });
    expect(await approvedOver(id, own)).toBe(rule);
    expect(await approvedOver(id, signs(id, editor, { forWhom: approver }))).toBe(rule);
    expect(await approvedOver(id, own, signs(id, editor, { forWhom: approver }))).toBe(rule);
    for (const second of [reporter, editor, approver2])
      expect(await approvedOver(id, own, signs(id, second))).toBe("allowed");
    expect(await approvedOver(id, signs(id, approver2))).toBe("allowed");
    const editors = await sentBy(editor);
    expect(await approvedOver(editors, signs(editors, approver))).toBe("allowed");
    expect(await approvedOver(editors, signs(editors, editor, { forWhom: approver }))).toBe(rule);
  });

  test("is whoever sent it last: a writer who takes it back and sends it themselves is", async () => {
    const { approver, reporter } = office;
    const id = await sentBy(approver);
    await carryOut(reporter, "take_back", id, {});
    await carryOut(reporter, "submit", id, {});
    expect(await approvedOver(id, signs(id, approver, { kind: "approve" }))).toBe("allowed");
  });

  test("is who the history says, and stays that until it is sent anew", async () => {
    const { approver, reporter } = office;
    const none = "who_sent_a_text_is_on_record";
    const id = await sentBy(approver);
    for (const another of [reporter.personId, "null"])
      expect(await verdict(sql, `update editions set submitted_by = ${another} where document_id = ${id}`)).toBe(none);
    const draft = await drafted(office);
    const sent = (by: number | "null") =>
      `update editions set state = 'in_review', submitted_by = ${by} where document_id = ${draft}`;
    const said = (by: number | "null", told: number | null) =>
      movedBy(sql, told, { article: draft }, "in_review", sent(by));
    expect(await said(reporter.personId, reporter.personId)).toBe("allowed");
    expect(await said(reporter.personId, approver.personId)).toBe(none);
    expect(await said(reporter.personId, null)).toBe(none);
    expect(await said("null", null)).toBe(none);
  });
});

describe("a signature counts", () => {
  test("while it is not taken back", async () => {
    const { approver, approver2, reporter } = office;
    const id = await inReview(reporter, approver2);
    await carryOut(approver, "confirm", id, await seen(approver, id));
    expect(await approvedOver(id, signs(id, approver2))).toBe("allowed");
    await carryOut(approver, "return", id, { reason: "quality", words: "Chưa rõ." });
    await carryOut(approver2, "submit", id, {});
    expect(await approvedOver(id, signs(id, approver2))).toBe("nobody_approves_alone");
    expect(await approvedOver(id, signs(id, approver2), signs(id, approver))).toBe("allowed");
  });

  test("as a confirmation or an approval, and not as that of an emergency", async () => {
    const { approver, reporter } = office;
    const id = await inReview(reporter);
    expect(await approvedOver(id, signs(id, approver, { kind: "emergency" }))).toBe("nobody_approves_alone");
  });

  test("for the text that is there, and not for one that somebody is writing over", async () => {
    const { approver, editor, reporter } = office;
    const id = await inReview(reporter);
    await typeIn(editor, id, { standfirst: "Đang sửa." });
    expect(await verdict(sql, signs(id, approver))).toBe("a_confirmation_is_of_the_text_that_is_there");
  });
});

test("who was given the article confirms by that in their own name alone", async () => {
  const { admin, reporter, stranger } = office;
  const id = await inReview(reporter);
  const given: [string, unknown[]] = [
    "insert into document_writers (document_id, person_id) values ($1, $2)",
    [id, stranger.personId],
  ];
  expect(await verdict(sql, given, signs(id, stranger))).toBe("allowed");
  await lends(admin, stranger);
  expect(await verdict(sql, given, signs(id, stranger, { forWhom: admin }))).toBe(
    "confirmations_are_given_by_the_section",
  );
});
