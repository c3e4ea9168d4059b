import { describe, expect, test } from "vitest";
import { carryOut } from "#features/moves/commands.ts";
import { type Person, published, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { type LawCase, oneHouse } from "./house.ts";
import { moved, NO_HASH, verdict } from "./testing.ts";

const { house, sql, owner, bend } = oneHouse();

type Kind = "confirm" | "approve" | "countersign" | "emergency" | "restore";
const signs = (text: LawCase, kind: Kind, who: Person, change: { forWhom?: Person; hash?: string } = {}) =>
  [
    "insert into approvals (document_id, revision_id, content_hash, person_id, for_person_id, kind) values ($1, $2, $3, $4, $5, $6)",
    [
      ...[text.article, text.revision, change.hash ?? text.hash, who.personId],
      ...[change.forWhom?.personId ?? null, kind],
    ],
  ] as [string, unknown[]];
const approve = ({ edition, revision }: LawCase) =>
  `update editions set state = 'approved', approved_revision_id = ${revision} where id = ${edition}`;

describe("who may confirm", () => {
  test("anybody with a role in the section, in review", async () => {
    const { reporter, editor, approver } = house.office;
    for (const who of [reporter, editor, approver])
      expect(await verdict(sql, signs(house.review, "confirm", who))).toBe("allowed");
  });
  test("nobody without one: a stranger, an administrator, somebody switched off, a role that ended or has not begun", async () => {
    const { stranger, admin, siteId, news } = house.office;
    const none = "confirmations_are_given_by_the_section";
    expect(await verdict(sql, signs(house.review, "confirm", stranger))).toBe(none);
    expect(await verdict(sql, signs(house.review, "confirm", admin))).toBe(none);
    expect(await verdict(sql, signs(house.review, "approve", admin))).toBe(none);
    const { approver2 } = house.office;
    const approves = signs(house.review, "approve", approver2);
    const off = `update people set switched_off_at = now() where id = ${approver2.personId}`;
    const ended = `update grants set ended_at = now() where person_id = ${approver2.personId}`;
    const later = `insert into grants (person_id, site_id, section_id, role, effective_from)
      values (${approver2.personId}, ${siteId}, ${news}, 'approver', now() + interval '1 hour')`;
    expect(await verdict(sql, approves)).toBe("allowed");
    expect(await verdict(sql, off, approves)).toBe(none);
    expect(await verdict(sql, ended, approves)).toBe(none);
    expect(await verdict(sql, ended, later, approves)).toBe(none);
  });
  test("only an approver approves, signs an emergency, or restores", async () => {
    const { editor, approver } = house.office;
    const none = "confirmations_are_given_by_the_section";
    for (const [text, kind] of [
      [house.review, "approve"],
      [house.review, "emergency"],
      [house.hidden, "restore"],
    ] as const) {
      expect(await verdict(sql, signs(text, kind, editor))).toBe(none);
      expect(await verdict(sql, signs(text, kind, approver))).toBe("allowed");
    }
  });
  test("a writer from another section confirms while they have a role on the site, and not after", async () => {
    const { stranger } = house.office;
    const given = `insert into document_writers (document_id, person_id) values (${house.review.article}, ${stranger.personId})`;
    const confirms = signs(house.review, "confirm", stranger);
    expect(await verdict(sql, given, confirms)).toBe("allowed");
    for (const lost of [
      `update grants set ended_at = now() where person_id = ${stranger.personId}`,
      `update people set switched_off_at = now() where id = ${stranger.personId}`,
    ]) {
      expect(await verdict(sql, given, lost, confirms)).toBe("confirmations_are_given_by_the_section");
    }
  });
  test("an article is not given to an administrator, so that nobody confirms that way", async () => {
    const given = `insert into document_writers (document_id, person_id)
      values (${house.review.article}, ${house.office.admin.personId})`;
    expect(await verdict(sql, given)).toBe("documents_are_given_to_people_with_a_role");
  });
  test("nobody approves what they started, nor a deputy for them", async () => {
    const { approver, approver2, siteId } = house.office;
    const own = await submitted({ ...house.office, reporter: approver });
    const text = await standing(own);
    const rule = "nobody_approves_what_they_started";
    expect(await verdict(sql, signs(text, "approve", approver))).toBe(rule);
    expect(await verdict(sql, signs(text, "confirm", approver))).toBe("allowed");
    const lent = (
      giver: Person,
      deputy: Person,
    ) => `insert into deputies (site_id, giver_id, deputy_id, from_at, until_at)
      values (${siteId}, ${giver.personId}, ${deputy.personId}, now() - interval '1 day', now() + interval '1 day')`;
    for (const [giver, deputy] of [
      [approver, approver2],
      [approver2, approver],
    ] as const) {
      expect(await verdict(sql, lent(giver, deputy), signs(text, "approve", deputy, { forWhom: giver }))).toBe(rule);
    }
  });
});

describe("a deputy", () => {
  const lent = (change: { site?: number; from?: string; until?: string; ended?: string } = {}) =>
    `insert into deputies (site_id, giver_id, deputy_id, from_at, until_at, ended_at) values (${change.site ?? house.office.siteId},
      ${house.office.approver.personId}, ${house.office.editor.personId}, ${change.from ?? "now() - interval '1 day'"},
      ${change.until ?? "now() + interval '1 day'"}, ${change.ended ?? "null"})`;
  const approves = () => signs(house.review, "approve", house.office.editor, { forWhom: house.office.approver });
  test("approves in an approver's name while the deputation is in force, on its site", async () => {
    expect(await verdict(sql, lent(), approves())).toBe("allowed");
    expect(await verdict(sql, approves())).toBe("a_deputy_holds_a_deputation");
    for (const change of [
      { from: "now() + interval '1 hour'" },
      { from: "now() - interval '2 days'", until: "now() - interval '1 hour'" },
      { ended: "now()" },
    ]) {
      expect(await verdict(sql, lent(change), approves())).toBe("a_deputy_holds_a_deputation");
    }
    const elsewhere = await owner.one<number>("insert into sites (key, name) values ('khac', 'Khác') returning id");
    expect(await verdict(sql, lent({ site: elsewhere }), approves())).toBe("a_deputy_holds_a_deputation");
  });
  test("has no more than the giver has today, and nothing once switched off", async () => {
    const { approver, editor } = house.office;
    const none = "confirmations_are_given_by_the_section";
    expect(
      await verdict(
        sql,
        lent(),
        `update people set switched_off_at = now() where id = ${approver.personId}`,
        approves(),
      ),
    ).toBe(none);
    expect(
      await verdict(sql, lent(), `update people set switched_off_at = now() where id = ${editor.personId}`, approves()),
    ).toBe(none);
  });
  test("signs no emergency, countersign or restore for somebody", async () => {
    const { editor, approver } = house.office;
    for (const [text, kind] of [
      [house.review, "emergency"],
      [house.owed, "countersign"],
      [house.hidden, "restore"],
    ] as const) {
      expect(await verdict(sql, lent(), signs(text, kind, editor, { forWhom: approver }))).toBe(
        "a_deputy_holds_a_deputation",
      );
    }
  });
});

describe("what is confirmed", () => {
  test("one hash of one text of the article", async () => {
    const { approver } = house.office;
    expect(await verdict(sql, signs(house.review, "confirm", approver, { hash: NO_HASH }))).toBe(
      "an_approval_is_of_one_hash",
    );
    const foreign = { ...house.review, article: house.live.article };
    expect(await verdict(sql, signs(foreign, "confirm", approver))).toBe("an_approval_is_of_its_document");
  });
  test("the text that is there, not an older one", async () => {
    const id = await submitted(house.office);
    const older = await standing(id);
    await typeIn(house.office.editor, id, { headline: "Khác hẳn" });
    await carryOut(house.office.editor, "confirm", id, await seen(house.office.editor, id));
    for (const kind of ["confirm", "approve", "emergency"] as const) {
      expect(await verdict(sql, signs(older, kind, house.office.approver))).toBe(
        "a_confirmation_is_of_the_text_that_is_there",
      );
    }
  });
  test("only while it is in review", async () => {
    const { approver2, editor } = house.office;
    for (const text of [house.approved, house.scheduled, house.live]) {
      expect(await verdict(sql, signs(text, "confirm", editor))).toBe("confirmations_are_given_in_review");
      expect(await verdict(sql, signs(text, "approve", approver2))).toBe("confirmations_are_given_in_review");
      expect(await verdict(sql, signs(text, "emergency", approver2))).toBe("an_emergency_is_of_an_open_text");
    }
  });
  test("now: a confirmation cannot be dated back before an article was withdrawn, or ahead", async () => {
    await sql("begin");
    const [row] = await sql(
      `insert into approvals (document_id, revision_id, content_hash, person_id, kind, at)
       values ($1, $2, $3, $4, 'confirm', '2020-01-01') returning at between now() and clock_timestamp() as now`,
      [house.review.article, house.review.revision, house.review.hash, house.office.editor.personId],
    );
    await sql("rollback");
    expect(row).toEqual({ now: true });
  });
  test("a countersign follows somebody else's emergency that is live and owed, and nothing else", async () => {
    const { approver, approver2 } = house.office;
    const rule = "a_countersign_follows_anothers_emergency";
    expect(await verdict(sql, signs(house.owed, "countersign", approver2))).toBe("allowed");
    expect(await verdict(sql, signs(house.owed, "countersign", approver))).toBe(rule);
    expect(await verdict(sql, signs(house.live, "countersign", approver2))).toBe(rule);
    expect(await verdict(sql, signs(house.review, "countersign", approver2))).toBe(rule);
    const paid = `update editions set countersigned_at = now(), countersigned_by = ${approver2.personId} where id = ${house.owed.edition}`;
    const countersigns = signs(house.owed, "countersign", approver2);
    expect(await verdict(sql, countersigns, paid, countersigns)).toBe(rule);
  });
  test("a restore is of what was live and is not", async () => {
    const { approver } = house.office;
    expect(await verdict(sql, signs(house.withdrawn, "restore", approver))).toBe("allowed");
    for (const text of [house.live, house.review]) {
      expect(await verdict(sql, signs(text, "restore", approver))).toBe("a_restore_is_of_what_was_live");
    }
  });
});

describe("becoming approved", () => {
  const approvedAfter = (text: LawCase, ...before: [string, unknown[]][]) =>
    moved(sql, text, "approved", ...before, approve(text));
  test("takes a second person who is an approver", async () => {
    const { reporter, editor, approver } = house.office;
    expect(await approvedAfter(house.review)).toBe("nobody_approves_alone");
    expect(await approvedAfter(house.review, signs(house.review, "confirm", reporter))).toBe("nobody_approves_alone");
    expect(await approvedAfter(house.review, signs(house.review, "confirm", editor))).toBe("nobody_approves_alone");
    expect(await approvedAfter(house.review, signs(house.review, "approve", approver))).toBe("allowed");
    expect(await approvedAfter(house.review, signs(house.review, "confirm", approver))).toBe("allowed");
  });
  test("takes an approver of the section where readers find the article, when the text would move it", async () => {
    const { reporter, approver, stranger, elsewhere, siteId, party } = house.office;
    const id = await published(house.office);
    await carryOut(reporter, "revise", id, {});
    await typeIn(reporter, id, { sectionId: elsewhere });
    await carryOut(reporter, "submit", id, {});
    const moving = await standing(id);
    const none = "confirmations_are_given_by_the_section";
    for (const one of [stranger, approver])
      for (const kind of ["approve", "emergency"] as const)
        expect(await verdict(sql, signs(moving, kind, one))).toBe(none);
    expect(await approvedAfter(moving, signs(moving, "confirm", stranger))).toBe("nobody_approves_alone");
    const here = await sql.one<number>("select section_id from documents where id = $1", [id]);
    expect(here).toBe(party);
    await bend("insert into grants (person_id, site_id, section_id, role) values ($1, $2, $3, 'approver')", [
      ...[stranger.personId, siteId, party],
    ]);
    expect(await approvedAfter(moving, signs(moving, "approve", stranger))).toBe("allowed");
    await bend("delete from grants where person_id = $1 and section_id = $2", [...[stranger.personId, party]]);
  });
  test("is of the text that is there, of this edition", async () => {
    const { review, live, updating } = house;
    expect(await approvedAfter({ ...review, revision: live.revision })).toBe(
      "an_approval_is_of_the_text_that_is_there",
    );
    const older = {
      ...updating,
      revision: await sql.one<number>(`select min(id) from revisions where document_id = ${updating.article}`),
    };
    await bend(`update editions set state = 'in_review' where id = ${updating.edition}`);
    expect(await approvedAfter(older)).toBe("an_approval_is_of_the_text_that_is_there");
    await bend(`update editions set state = 'draft' where id = ${updating.edition}`);
  });
  test("counts roles as they are on the day: an approver whose role ended since no longer counts", async () => {
    const { approver } = house.office;
    const ended = `update grants set ended_at = now() where person_id = ${approver.personId}`;
    expect(await approvedAfter(house.review, signs(house.review, "confirm", approver), [ended, []])).toBe(
      "nobody_approves_alone",
    );
  });
});

async function standing(article: number): Promise<LawCase> {
  const [row] = await sql(
    `select e.id as edition, r.id as revision, r.content_hash as hash from editions e join revisions r on r.edition_id = e.id
     where e.document_id = $1 order by e.id desc, r.id desc limit 1`,
    [article],
  );
  return { article, ...(row as Omit<LawCase, "article">) };
}
