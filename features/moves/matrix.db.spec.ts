import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { people } from "#db/schema/people.ts";
import { sealed } from "#db/seal.ts";
import { type Tx, transaction } from "#db/transaction.ts";
import { historyOf } from "#features/desk/document-store.ts";
import { NOTHING } from "#features/drafts/known.ts";
import type { Actor } from "#features/workflow/asker.ts";
import { ruleOf } from "#features/workflow/machine.ts";
import {
  AFTERWARDS,
  answerTo,
  MATRIX_MOVES,
  PEOPLE,
  partsOf,
  type Ruling,
  SITUATIONS,
  type Situation,
  type Somebody,
} from "#features/workflow/matrix.ts";
import { Refusal } from "#lib/refusal.ts";
import { carryOut, carryOutIn } from "./commands.ts";
import type { Said } from "./said.ts";
import { giveAtOnce, hashSeen, seenLive, seen as seenOpen } from "./testing.ts";
import { oneOffice } from "./testing-office.ts";
import { anArticleIn } from "./testing-places.ts";

const { rows, bend, office } = oneOffice();
let actors: Record<Somebody, Actor>;
const articles = {} as Record<Situation, number>;
const hashes = {} as Record<Situation, string>;

beforeAll(async () => {
  const { siteId, reporter, editor, approver, approver2, admin, stranger } = office;
  const account = sealed(people, { name: "Other", email: "other@thu.example" });
  const [other] = await database().insert(people).values(account).returning();
  const personId = other?.id ?? 0;
  await giveAtOnce({ personId, siteId, sectionId: office.news, role: "reporter" });
  actors = {
    ...{ writer: reporter, reporter: { siteId, personId }, editor, approver, starter: approver2, stranger },
    ...{ administrator: admin, clock: { siteId, clock: true } },
  };
  for (const place of SITUATIONS) articles[place] = await anArticleIn(place, office);
  await bend("update schedules set due_at = now() - interval '1 minute' where document_id = any ($1)", [
    SITUATIONS.filter((place) => partsOf(place).open === "scheduled").map((place) => articles[place]),
  ]);
  for (const place of SITUATIONS) hashes[place] = await hashSeen(office.approver, articles[place]);
}, 60_000);

for (const place of SITUATIONS) {
  test.concurrent(`who may do what where an article is ${place}`, { timeout: 60_000 }, async () => {
    const before = await fingerprint();
    for (const move of MATRIX_MOVES) {
      for (const who of PEOPLE) {
        const expected = answerTo(who, move, place);
        const answer = await tried(who, move, place, expected);
        expect(`${who} ${move} in ${place}: ${answer}`).toBe(`${who} ${move} in ${place}: ${expected}`);
      }
    }
    expect(await fingerprint()).toEqual(before);
  });
}

/** Tries a move for good when it should be refused; one that should succeed is looked at and taken back. */
async function tried(
  who: Somebody,
  move: (typeof MATRIX_MOVES)[number],
  place: Situation,
  expected: Ruling,
): Promise<string> {
  const said: Said = {
    ...(await shownTo(who, move, place, expected)),
    ...{ reason: move === "withdraw" ? "error" : "other", words: "Xem lại." },
    ...{ at: new Date(Date.now() + 3_600_000), toPersonId: office.editor.personId },
  };
  const id = articles[place];
  try {
    if (expected !== "yes") {
      await carryOut(actors[who], move, id, said);
      return "yes";
    }
    await transaction(async (tx) => {
      const before = await seen(tx, id);
      await carryOutIn(tx, actors[who], move, id, said);
      await expectDone(tx, id, before, move, who);
      await tx.execute(sql`set constraints all immediate`);
      throw new TakenBack();
    });
    return "not taken back";
  } catch (error) {
    if (error instanceof TakenBack) return "yes";
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

class TakenBack extends Error {}

type Seen = { state: string | null; visibility: string; events: number; told: number };

async function seen(tx: Tx, id: number): Promise<Seen> {
  const { rows } = await tx.execute<Seen>(sql`
    select a.visibility, (select count(*)::integer from events v where v.document_id = a.id) as events,
      (select count(*)::integer from announcements) as told,
      (select e.state from editions e where e.document_id = a.id order by e.number desc limit 1) as state
    from documents a where a.id = ${id}`);
  if (!rows[0]) throw new Error(`no article ${id}`);
  return rows[0];
}

async function expectDone(tx: Tx, id: number, before: Seen, move: (typeof MATRIX_MOVES)[number], who: Somebody) {
  const after = await seen(tx, id);
  const [state, visibility] = AFTERWARDS[move];
  const kept = {
    same: before.state,
    put_off: before.state === "scheduled" ? "approved" : before.state,
    opened: before.state === "closed" ? "draft" : before.state,
  };
  const where = `${move} by ${who}`;
  expect([where, after.state, after.visibility]).toEqual([
    ...[where, state in kept ? kept[state as keyof typeof kept] : state],
    visibility === "same" ? before.visibility : visibility,
  ]);
  const { lines, brokenAt } = await historyOf(tx, id);
  expect(brokenAt).toBeNull();
  const actor = actors[who];
  const actorId = "personId" in actor ? actor.personId : null;
  expect(lines[0]).toMatchObject({ actorId, happening: { kind: "moved", move, visibility: after.visibility } });
  const changes =
    after.visibility !== before.visibility || move === "publish" || move === "go_live" || move === "emergency_publish";
  expect([where, after.told > before.told]).toEqual([where, changes || move === "countersign"]);
}

async function fingerprint(): Promise<unknown> {
  const tables = [
    "documents",
    "editions",
    "draft_buffers",
    "revisions",
    "approvals",
    "events",
    "schedules",
    "announcements",
    "document_writers",
  ];
  const each = tables.map(
    (table) => `(select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${table} t) as ${table}`,
  );
  return (await rows(`select ${each.join(", ")}`))[0];
}

/** What is on somebody's screen; what they know of the text is asked where it is to be right. */
async function shownTo(
  who: Somebody,
  move: (typeof MATRIX_MOVES)[number],
  place: Situation,
  expected: Ruling,
): Promise<Said> {
  const by = actors[who];
  if (expected !== "yes" || !ruleOf(move).compares || !("personId" in by)) {
    return { hash: hashes[place], since: NOTHING };
  }
  return move === "countersign" ? seenLive(by, articles[place]) : seenOpen(by, articles[place]);
}
