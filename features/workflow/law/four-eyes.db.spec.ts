import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { startFrom } from "#features/demo/start-from.ts";
import { cut } from "#features/drafts/cut.ts";
import { carryOut } from "#features/moves/commands.ts";
import { aText, published, seen, seenLive, storyOf, submitted, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { askerOf } from "../asker.ts";
import { type EyesOnText, eyesOn } from "../eyes.ts";
import { type Cut, contributors, fourEyes, type Written } from "../four-eyes.ts";
import { permitTyping } from "../policy.ts";
import { inPlainSql, sha256, tell } from "./testing.ts";

const { db, office } = oneOffice();
const { sql, owner } = inPlainSql(db);
/** The five who write and sign in the made-up histories: a reporter, two approvers, an editor, another reporter. */
let who: number[];
beforeAll(async () => {
  const other = await sql.one<number>(
    "insert into people (name, email) values ('Other', 'other@thu.example') returning id",
  );
  await sql("insert into grants (person_id, site_id, section_id, role) values ($1, $2, $3, 'reporter')", [
    ...[other, office.siteId, office.news],
  ]);
  who = [office.reporter, office.approver, office.approver2, office.editor].map((p) => p.personId).concat(other);
  for (const giver of [office.approver, office.approver2]) {
    await sql(
      `insert into deputies (site_id, giver_id, deputy_id, from_at, until_at) values ($1, $2, $3, now() - interval '1 day', now() + interval '9 days')`,
      [office.siteId, giver.personId, office.editor.personId],
    );
  }
});

/** Numbers that look random and are the same in every run. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return (state >>> 8) % sides;
  };
}

const letter = (n: number) => "abcdef"[n] ?? "a";
const cuts: Cut[] = ["move", "another_writer", "quiet", "restore", "move", "import", "duplicate", "move"];

/** Two or three people who typed in one text. */
const someOf = (roll: (sides: number) => number) =>
  [...new Set([who[roll(5)], who[roll(5)], who[roll(5)]].map((one) => one ?? 0))].sort((a, b) => a - b);

/** A text of which this much is said. */
const saying = (headline: string, sectionId: number) => JSON.stringify({ body: { type: "doc" }, headline, sectionId });

/** Types one text into an edition and cuts it, lawfully, in plain SQL. */
async function write(edition: number, text: string, { writers, digest, cutBecause }: Written): Promise<void> {
  await sql(
    `update draft_buffers set content = jsonb_set(content, '{headline}', to_jsonb($2::text)), digest = $3, unkept_by = $4,
       next_salt = decode(md5(random()::text), 'hex') where edition_id = $1`,
    [edition, text, digest, [...writers]],
  );
  await sql(
    `insert into revisions (document_id, edition_id, number, content, content_version, salt, content_hash, digest, canonical,
       section_id, writers, cut_because)
     select document_id, edition_id, (select coalesce(max(number), 0) + 1 from revisions r where r.document_id = b.document_id), content, 1,
       next_salt, encode(sha256(next_salt || convert_to($3, 'UTF8')), 'hex'), digest, $3, (content->>'sectionId')::integer, unkept_by, $2
     from draft_buffers b where edition_id = $1`,
    [edition, cutBecause, text],
  );
  await sql("update draft_buffers set unkept_by = '{}' where edition_id = $1", [edition]);
}

const newest = (article: number) => sql.one<number>("select max(id) from revisions where document_id = $1", [article]);

describe("the database counts as the module counts", () => {
  test("contributors of made-up histories, and whether four eyes hold over them", async () => {
    const strict = await owner.one<number>(
      "insert into sections (site_id, name, slug, parent_id, strict) values ($1, 'Ngặt', 'ngat', $2, true) returning id",
      [...[office.siteId, office.news]],
    );
    const tally = { held: 0, not: 0 };
    const decidedBy: Record<string, number> = { starter: 0, strictness: 0, deputies: 0, writers: 0, sender: 0 };
    for (let seed = 1; seed <= 90; seed += 1) {
      const roll = dice(seed);
      const sectionId = seed % 3 === 0 ? strict : office.party;
      const starter = who[roll(5)] ?? 0;
      const by = { siteId: office.siteId, personId: starter };
      const content = aText(sectionId, { headline: "as it began", slug: "a" });
      const id = await transaction((tx) => startFrom(tx, by, "article", { content }));
      const { edition, digest } = (
        await sql(
          "select id as edition, digest from editions e join draft_buffers b on b.edition_id = e.id where e.document_id = $1",
          [id],
        )
      )[0] as { edition: number; digest: string };
      const written: Written[] = [{ writers: [starter], digest, cutBecause: "duplicate" }];
      for (let steps = roll(6); steps > 0; steps -= 1) {
        const writers = roll(4) === 0 ? someOf(roll) : [who[roll(5)] ?? 0];
        const text = saying(letter(roll(4)), sectionId);
        const step = { writers, digest: sha256(text), cutBecause: cuts[roll(cuts.length)] ?? "move" } as const;
        await write(edition, text, step);
        written.push(step);
      }
      const expected = contributors(null, written);
      expect([seed, await sql.one("select contributors_of($1)", [await newest(id)])]).toEqual([seed, expected]);

      await sql("begin");
      const sentBy = who[seed % 5] ?? 0;
      await sql("update editions set state = 'in_review', submitted_by = $2 where id = $1", [edition, sentBy]);
      await tell(sql, id, { to: "in_review", actorId: sentBy });
      await sql("commit");
      const revision = await newest(id);
      const confirmations = [];
      for (let signs = roll(4); signs > 0; signs -= 1) {
        const personId = who[roll(5)] ?? 0;
        const deputises = personId === office.editor.personId && roll(2) === 0;
        const forPersonId = deputises ? ([office.approver, office.approver2][roll(2)]?.personId ?? null) : null;
        await sql(
          `insert into approvals (document_id, revision_id, content_hash, person_id, for_person_id, kind)
           select document_id, id, content_hash, $2, $3, 'confirm' from revisions where id = $1`,
          [revision, personId, forPersonId],
        );
        const acting = forPersonId ?? personId;
        const isApprover = [office.approver.personId, office.approver2.personId].includes(acting);
        confirmations.push({ personId, forPersonId, isApprover });
      }
      const asked = { contributors: expected, startedBy: starter, strict: sectionId === strict, sentBy };
      const { holds } = fourEyes(asked, confirmations);
      tally[holds ? "held" : "not"] += 1;
      for (const [rule, without] of Object.entries({
        starter: fourEyes({ ...asked, startedBy: 0 }, confirmations),
        strictness: fourEyes({ ...asked, strict: false }, confirmations),
        deputies: fourEyes(
          asked,
          confirmations.map((one) => ({ ...one, forPersonId: null })),
        ),
        writers: fourEyes({ ...asked, contributors: [] }, confirmations),
        sender: fourEyes({ ...asked, sentBy: null }, confirmations),
      }))
        if (without.holds !== holds) decidedBy[rule] = (decidedBy[rule] ?? 0) + 1;
      const law = "select four_eyes_hold($1) and not stands_with_its_sender_alone($1)";
      expect([seed, await sql.one(law, [revision])]).toEqual([seed, holds]);
      const eyes = await transaction(async (tx) => eyesOn(tx, await storyOf(by, id)));
      expect([seed, eyes?.contributors, eyes?.holds]).toEqual([seed, expected, holds]);
      await expectSameOnList(id, eyes);
    }
    expect(tally.held).toBeGreaterThan(3);
    expect(tally.not).toBeGreaterThan(3);
    // Each rule has had the last word, or a database that lacks it would count just the same.
    expect(Math.min(...Object.values(decidedBy))).toBeGreaterThan(0);
  });

  test("updates of a text that went out in an emergency, until it is countersigned", async () => {
    const { reporter, approver, approver2, editor } = office;
    const typists = [approver, approver2, editor, reporter];
    for (let seed = 1; seed <= 4; seed += 1) {
      const roll = dice(seed + 1000);
      const id = seed % 2 === 0 ? await published(office) : await submitted(office);
      for (let update = 0; update < 3; update += 1) {
        const presser = roll(2) === 0 ? approver : approver2;
        if (seed % 2 === 0 || update > 0) await carryOut(editor, "revise", id, {});
        for (let steps = 1 + roll(3); steps > 0; steps -= 1) {
          const inReview = seed % 2 === 1 && update === 0;
          const typist = typists[roll(inReview ? 3 : 4)] ?? editor;
          await typeIn(typist, id, { headline: `Bão số ${roll(4)}` });
          await expectSame(id);
        }
        await carryOut(presser, "emergency_publish", id, { ...(await seen(presser, id)), reason: "Bão" });
        const second = presser === approver ? approver2 : approver;
        if (roll(3) === 0) await carryOut(second, "countersign", id, await seenLive(second, id));
      }
    }
  });
});

test("an update contains nobody's words when all of them were taken back, though versions of them were cut", async () => {
  const { approver, editor, reporter } = office;
  const id = await published(office);
  const live = String((await storyOf(editor, id)).buffer?.content.headline);
  await carryOut(reporter, "revise", id, {});
  await typeIn(reporter, id, { headline: "Người viết đổi" });
  await typeIn(editor, id, { headline: "Biên tập đổi" });
  await carryOut(editor, "submit", id, {});
  const changed = await newest(id);
  await typeIn(approver, id, { headline: live });
  await carryOut(approver, ["approve", "publish"], id, await seen(approver, id));
  expect(await sql.one("select contributors_of($1)", [await newest(id)])).toEqual([]);
  expect(await sql.one("select contributors_of($1)", [changed])).toEqual([reporter.personId, editor.personId]);
});

/** Cuts what was typed, as a move would, and compares. */
async function expectSame(id: number): Promise<void> {
  const by = office.editor;
  const story = await storyOf(by, id);
  await expectSameOnList(id, await transaction((tx) => eyesOn(tx, story)));
  if (story.buffer?.unkeptBy.length && story.open) {
    await transaction(async (tx) => {
      const asker = await askerOf(tx, by, story);
      if (asker.kind === "person") await cut(tx, permitTyping(asker, story), story, "quiet");
    });
  }
  const eyes = await transaction(async (tx) => eyesOn(tx, await storyOf(by, id)));
  const revision = (await storyOf(by, id)).lastRevision?.id;
  if (revision === undefined) return;
  expect([id, eyes?.contributors]).toEqual([id, await sql.one("select contributors_of($1)", [revision])]);
}

/** What a list reads of the text that is there, typed words included, is what its page says of it. */
async function expectSameOnList(id: number, eyes: EyesOnText | null): Promise<void> {
  const [read] = await sql(
    `select contributors, unconfirmed, confirmed_by, sent_alone from eyes_on(
       (select e.id from editions e where e.document_id = $1 and e.state <> 'closed'))`,
    [id],
  );
  // A deputy confirms as both people.
  const both = eyes?.confirmedBy.flatMap(({ personId, forPersonId }) => [personId, forPersonId ?? personId]);
  const confirmedBy = [...new Set(both)].sort((a, b) => a - b);
  const { contributors, unconfirmed, sentAlone } = eyes ?? {};
  expect([id, read]).toEqual([id, { contributors, unconfirmed, confirmed_by: confirmedBy, sent_alone: sentAlone }]);
}
