import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { sealKeysOf } from "#db/seal-keys.ts";
import { transaction } from "#db/transaction.ts";
import { carryOut } from "#features/moves/commands.ts";
import { published, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { record } from "#features/office/store.ts";
import { makeLink } from "#features/people/links.ts";
import { openSession } from "#features/sessions/store.ts";
import { HOUR_MS } from "#lib/dates.ts";
import { told } from "./cli-text.ts";
import { inEnglish } from "./verdict.ts";
import { verify, verifyAll } from "./verify.ts";

const { db, rows, office, lends } = oneOffice();

beforeAll(async () => {
  const { reporter, approver, elsewhere, siteId } = office;
  const article = await published(office, { secondSectionIds: [elsewhere] });
  await carryOut(reporter, "revise", article, {});
  await typeIn(reporter, article, { headline: "Bế mạc hội thao phường" });
  await carryOut(reporter, "submit", article, {});
  await carryOut(approver, ["approve", "publish"], article, await seen(approver, article));
  const waits = await submitted(office);
  const at = new Date(Date.now() + HOUR_MS);
  await carryOut(approver, ["approve", "schedule"], waits, { ...(await seen(approver, waits)), at });
  await transaction(async (tx) => {
    const [{ hash }] = await rows("select password_hash as hash from people where id = $1", [reporter.personId]);
    await openSession(tx, { id: reporter.personId, passwordHash: hash });
    await makeLink(tx, { purpose: "reset", personId: reporter.personId, madeBy: null, hours: 0 });
    await record(tx, { siteId, personId: reporter.personId, byId: null, kind: "reset_asked", payload: { hours: 0 } });
  });
});

test("all fits in a database that nobody but the app has written in, and what was looked at is counted", async () => {
  const { misfit, looked } = await verify(db.ownerUrl);
  expect(misfit).toBe(null);
  for (const what of [
    "events",
    "revisions",
    "approvals",
    "schedules",
    "people",
    "grants",
    "sessions",
    "sites",
    "sections",
  ]) {
    const [{ count }] = await rows(`select count(*)::integer from ${what}`);
    expect(looked).toContainEqual({ what, rows: count, without: 0 });
  }
  expect(told(looked)).toMatch(/^All fits: events 14, revisions 3, sessions 1, people 6, /);
});

test("what the owner wrote by hand is counted apart", async () => {
  await lends(office.approver, office.editor);
  const { misfit, looked } = await verify(db.ownerUrl);
  expect(misfit).toBe(null);
  expect(told(looked)).toContain("Of deputies 1 carry no seal: the database's owner wrote them by hand");
});

describe("the first row that does not fit is named:", () => {
  const texts = `Revision 1 of document`;
  const TAMPERED: [string, string, RegExp | string][] = [
    [
      "other words in the history",
      `update events set payload = payload || '{"words": "khác"}' where seq = 2`,
      /^Line 2 of the history of document \d+ is not what was written then/,
    ],
    ["a line that is gone", "delete from events where seq = 1", /^Line 2 of the history of document/],
    [
      "a line with the seal of another",
      "update events e set seal = o.seal from events o where o.document_id = e.document_id and e.seq = 2 and o.seq = 1",
      /^The seal of line 2 of the history/,
    ],
    [
      "a text with the digest of another",
      `update revisions set digest = repeat('0', 64) where number = 1`,
      `${texts} 1 has the digest of another text.`,
    ],
    [
      "a text with another salt",
      `update revisions set salt = decode(repeat('00', 16), 'hex') where number = 1`,
      `${texts} 1 has the hash of another text.`,
    ],
    [
      "a text that is served otherwise than signed",
      `with spaced as (select id as of, canonical || ' ' as text from revisions where number = 1)
       update revisions set canonical = text, digest = encode(sha256(convert_to(text, 'UTF8')), 'hex'),
         content_hash = encode(sha256(salt || convert_to(text, 'UTF8')), 'hex') from spaced where id = of`,
      `${texts} 1 would be served as another text than was signed.`,
    ],
    [
      "a text that the desk shows otherwise",
      `update revisions set content = content || '{"headline": "Khác"}' where number = 1`,
      `${texts} 1 would be shown on the desk as another text than was signed.`,
    ],
    [
      "a confirmation in another's name",
      "update approvals set person_id = (select max(id) from people) where id = 1",
      "The seal of row 1 of approvals is not of what the row says.",
    ],
    ["another hour", "update schedules set due_at = due_at - interval '1 minute'", /^The seal of row \d+ of schedules/],
    [
      "another pointer",
      "update documents set live_since = live_since - interval '1 day' where visibility = 'live'",
      /^The seal of row \d+ of documents/,
    ],
    [
      "another password",
      "update people set password_hash = 'x' where password_hash is not null",
      /^The seal of row \d+ of people/,
    ],
    ["a higher role", "update grants set role = 'approver' where role = 'editor'", /^The seal of row \d+ of grants/],
    [
      "a session of somebody else",
      "update sessions set person_id = person_id + 1",
      /^The seal of row [\w-]+ of sessions/,
    ],
    [
      "a link to somebody else",
      "update one_time_links set person_id = person_id + 1",
      /^The seal of row \d+ of one_time_links/,
    ],
    [
      "another name of a section",
      "update sections set name = 'Khác' where id = 1",
      "The seal of row 1 of sections is not of what the row says.",
    ],
    [
      "other words of what was done",
      `update office_events set payload = '{}'`,
      /^Row \d+ of office_events does not say/,
    ],
    [
      "a headline in lists",
      "update documents set title = 'Khác' where visibility = 'live'",
      /^Lists show of document \d+ what its live text does not say/,
    ],
    [
      "a title on the desk",
      "update desk_lines set title = 'Khác' where document_id = 1",
      "The desk's lists show of document 1 what is not so.",
    ],
    [
      "an article that is somebody else's on the desk",
      "delete from desk_people",
      /^The desk's lists show of document \d+/,
    ],
    ["a list that an article is missing from", "delete from document_sections", /^Lists show of document \d+/],
  ];
  test.each(TAMPERED)("%s", async (_, statement, sentence) => {
    const found = await withTampered(statement);
    if (typeof sentence === "string") expect(found).toBe(sentence);
    else expect(found).toMatch(sentence);
  });
});

/** What is found after somebody has got past every trigger; it is undone then. */
async function withTampered(statement: string): Promise<string | null> {
  const client = new pg.Client(db.ownerUrl);
  await client.connect();
  try {
    await client.query("begin; set local session_replication_role = replica");
    expect((await client.query(statement)).rowCount).toBeGreaterThan(0);
    const { misfit } = await verifyAll({ db: drizzle(client), keys: await sealKeysOf(client) });
    return misfit && inEnglish(misfit);
  } finally {
    await client.end();
  }
}
