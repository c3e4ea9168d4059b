import { beforeAll, describe, expect, test } from "vitest";
import { sessions } from "#db/schema/people.ts";
import { macOf, type SealKey, sealedText } from "#db/seal.ts";
import { transaction } from "#db/transaction.ts";
import { openSession } from "#features/identity/store.ts";
import { article } from "#features/kinds/article.ts";
import { carryOut } from "#features/moves/commands.ts";
import { aText, drafted, type Person, published, seen, submitted } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { makeLink } from "#features/people/links.ts";
import { switchPerson } from "#features/people/store.ts";
import { liveArticle } from "#features/reading/queries.ts";
import { canonicalText, digestOf } from "#features/text/canonical.ts";
import { emptyContent } from "#features/text/content.ts";
import { HOUR_MS } from "#lib/dates.ts";
import { movedBy, verdict, withoutKey } from "./testing.ts";

const { db, rows, office, lends } = oneOffice();
const { sql, owner } = withoutKey(db);

type Statement = Parameters<typeof verdict>[1];

const FORGED = "what_decides_is_sealed";
const INVENTED = `${Date.now().toString(16).padStart(12, "0")}${"0".repeat(20)}.${"0".repeat(64)}`;

/** What nobody has signed. Its section stands in it once there is one. */
const FAKE = { ...emptyContent(article), headline: "Giả" };
beforeAll(() => void Object.assign(FAKE, aText(office.party, { headline: "Giả", slug: "gia" })));
const hashOf = (salt: string) => `encode(sha256(${salt} || convert_to($2, 'UTF8')), 'hex')`;

/** What the database says to whoever has the app's role and not its key, statement by statement. */
async function said(statements: readonly string[]): Promise<Record<string, string>> {
  const verdicts: Record<string, string> = {};
  for (const statement of statements) verdicts[statement] = await verdict(sql, statement);
  return verdicts;
}
const all = (statements: readonly string[], rule: string) =>
  Object.fromEntries(statements.map((statement) => [statement, rule]));

let session: string;
beforeAll(async () => {
  session = await opened(office.reporter.personId);
  await lends(office.approver, office.editor);
});

async function opened(personId: number): Promise<string> {
  const [{ hash }] = await rows("select password_hash as hash from people where id = $1", [personId]);
  const id = await transaction((tx) => openSession(tx, { id: personId, passwordHash: hash }));
  if (id === null) throw new Error(`person ${personId} does not come in`);
  return id;
}

describe("whoever has the app's role and not its key", () => {
  async function expectForged(statements: readonly string[]): Promise<void> {
    expect(await said(statements)).toEqual(all(statements, FORGED));
  }

  test("opens no session, and takes over none", async () => {
    const { approver } = office;
    const into = (columns: string, values: string) =>
      `insert into sessions (person_id, expires_at${columns}) values (${approver.personId}, now() + interval '1 hour'${values})`;
    await expectForged([
      into("", ""),
      into(", seal", `, '${INVENTED}'`),
      into(", seal", ", ''"),
      into(", seal", `, (select seal from sessions where id = '${session}')`),
      `update sessions set person_id = ${approver.personId} where id = '${session}'`,
      `update sessions set expires_at = created_at + interval '11 hours' where id = '${session}'`,
      `update sessions set created_at = created_at - interval '1 hour' where id = '${session}'`,
      `update sessions set id = gen_random_uuid() where id = '${session}'`,
      `update sessions set seal = '${INVENTED}' where id = '${session}'`,
    ]);
  });

  test("revives no session, nor does the owner; ending one is anybody's, so that stopping is quick", async () => {
    const ended = await opened(office.editor.personId);
    const end = `update sessions set ended_at = now(), ended_because = 'signed_out' where id = '${ended}'`;
    const revive = `update sessions set ended_at = null, ended_because = null where id = '${ended}'`;
    expect(await verdict(sql, end)).toBe("allowed");
    expect(await verdict(sql, end, revive)).toBe("a_session_is_never_revived");
    expect(await verdict(owner, end, revive)).toBe("a_session_is_never_revived");
  });

  test("makes no account, and changes nobody's address, name, password, or whether they are switched on", async () => {
    const { approver, reporter } = office;
    const change = (what: string) => `update people set ${what} where id = ${approver.personId}`;
    await transaction((tx) => switchPerson(tx, reporter.personId, false));
    await expectForged([
      "insert into people (email, name) values ('ma@thu.example', 'Ma')",
      "insert into people (email, name, seal) select 'ma@thu.example', name, seal from people limit 1",
      change("email = 'ma@thu.example'"),
      change("name = 'Ma'"),
      change("password_hash = (select password_hash from people where password_hash is not null limit 1)"),
      change("switched_off_at = now()"),
      change("demo = true"),
      `update people set switched_off_at = null where id = ${reporter.personId}`,
    ]);
    await transaction((tx) => switchPerson(tx, reporter.personId, true));
  });

  test("makes no link into an account, and changes none", async () => {
    const { reporter, admin } = office;
    await transaction((tx) =>
      makeLink(tx, { purpose: "reset", personId: reporter.personId, madeBy: admin.personId, hours: 30 }),
    );
    const change = (what: string) => `update one_time_links set ${what}`;
    await expectForged([
      `insert into one_time_links (token_hash, purpose, person_id, expires_at)
       values ('x', 'reset', ${reporter.personId}, now() + interval '1 day')`,
      "insert into one_time_links (token_hash, purpose, expires_at) values ('x', 'first_administrator', now() + interval '1 day')",
      change("usable_from = usable_from + interval '1 hour'"),
      change(`agreed_by = ${office.approver.personId}, usable_from = now()`),
      change("expires_at = expires_at - interval '1 hour'"),
    ]);
    expect(await said([change("token_hash = 'x'")])).toEqual(
      all([change("token_hash = 'x'")], "a_link_is_made_and_used_once"),
    );
  });

  test("gives no role, agrees to none, brings none forward and ends none", async () => {
    const { reporter, editor, approver, admin, siteId } = office;
    const gives = (role: string, by: string, from: string) =>
      `insert into grants (person_id, site_id, role, given_by, effective_from)
       values (${reporter.personId}, ${siteId}, '${role}', ${by}, ${from})`;
    await owner(
      `insert into grants (person_id, site_id, role, given_by, effective_from)
       values (${editor.personId}, ${siteId}, 'approver', ${admin.personId}, now() + interval '1 day')`,
    );
    const waiting = `where person_id = ${editor.personId} and role = 'approver'`;
    await expectForged([
      gives("reporter", "null", "now()"),
      gives("approver", "null", "now() + interval '25 hours'"),
      `update grants set agreed_by = ${approver.personId}, effective_from = now() ${waiting}`,
      `update grants set effective_from = effective_from + interval '1 hour' ${waiting}`,
      `update grants set ended_at = now() where person_id = ${approver.personId}`,
    ]);
  });

  test("makes nobody a deputy, and lengthens no deputation", async () => {
    const { approver, approver2, siteId } = office;
    await expectForged([
      `insert into deputies (site_id, giver_id, deputy_id, from_at, until_at)
       values (${siteId}, ${approver.personId}, ${approver2.personId}, now(), now() + interval '1 day')`,
      "update deputies set until_at = until_at + interval '1 day'",
      `update deputies set deputy_id = ${approver2.personId}`,
    ]);
  });

  test("leads no address elsewhere", async () => {
    const { approver, approver2, siteId } = office;
    await owner(
      `insert into redirects (site_id, from_path, to_url, made_by, agreed_by)
       values (${siteId}, '/cu', 'https://tinh.example/', ${approver.personId}, ${approver2.personId})`,
    );
    await expectForged([
      `insert into redirects (site_id, from_path, to_url, made_by, agreed_by)
       values (${siteId}, '/tin-tuc', 'https://xau.example/', ${approver.personId}, ${approver2.personId})`,
      "update redirects set to_url = 'https://xau.example/'",
      "update redirects set from_path = '/tin-tuc'",
    ]);
  });

  test("writes no line of what was done in the office", async () => {
    await expectForged([
      `insert into office_events (site_id, person_id, kind, canonical)
       values (${office.siteId}, ${office.reporter.personId}, 'switched_off', '{}')`,
    ]);
  });

  test("changes no name, address or host of a site, a section or a tag, and makes none", async () => {
    const { siteId, news, elsewhere } = office;
    await owner(`insert into tags (site_id, name, slug) values (${siteId}, 'Sen', 'sen')`);
    await expectForged([
      "insert into sites (key, name) values ('gia', 'Trang giả')",
      "insert into sites (key, name, host) values ('gia', 'Trang giả', 'phuong.example')",
      ...["key = 'gia'", "host = 'gia.example'", "name = 'Trang giả'"].map(
        (what) => `update sites set ${what} where id = ${siteId}`,
      ),
      ...["language = 'en'", "demo = true"].map((what) => `update sites set ${what} where id = ${siteId}`),
      `insert into sections (site_id, name, slug) values (${siteId}, 'Giả', 'gia')`,
      ...["name = 'Giả'", "slug = 'gia'", "position = 9", "strict = true", `parent_id = ${elsewhere}`].map(
        (what) => `update sections set ${what} where id = ${news}`,
      ),
      `insert into tags (site_id, name, slug) values (${siteId}, 'Giả', 'gia')`,
      "update tags set name = 'Giả'",
      "update tags set slug = 'gia'",
    ]);
  });

  test("confirms, approves, countersigns and restores nothing", async () => {
    const { approver, approver2 } = office;
    const [review, owed, hidden] = [await submitted(office), await submitted(office), await published(office)];
    await carryOut(approver, "emergency_publish", owed, { ...(await seen(approver, owed)), reason: "Bão" });
    await carryOut(approver, "hide", hidden, { reason: "Chờ kiểm tra" });
    const signs = (article: number, kind: string, seal = "null") =>
      `insert into approvals (document_id, revision_id, content_hash, person_id, kind, seal)
       select document_id, id, content_hash, ${approver2.personId}, '${kind}', ${seal} from revisions where document_id = ${article}`;
    await expectForged([
      ...[signs(review, "confirm"), signs(review, "approve"), signs(review, "emergency")],
      ...[signs(owed, "countersign"), signs(hidden, "restore")],
      signs(review, "approve", "(select seal from approvals limit 1)"),
    ]);
  });

  test("gives again no confirmation that was taken back", async () => {
    const { approver, editor, reporter } = office;
    const id = await submitted(office);
    await carryOut(editor, "confirm", id, await seen(editor, id));
    await carryOut(editor, "return", id, { reason: "quality", words: "Kiểm lại số liệu." });
    await carryOut(reporter, "submit", id, {});
    const columns = "document_id, revision_id, content_hash, person_id, for_person_id, step, kind, seal";
    const again = (person: string) =>
      `insert into approvals (${columns}) select ${columns.replace("person_id", person)} from approvals
       where document_id = ${id} and kind = 'confirm'`;
    expect(await verdict(sql, again("person_id"))).toBe("a_seal_is_used_once");
    expect(await verdict(sql, again(`${approver.personId}`))).toBe(FORGED);
  });

  test("writes no line of history, so that nothing moves", async () => {
    const id = await submitted(office);
    const back = `update editions set state = 'draft' where document_id = ${id}`;
    expect(await movedBy(sql, office.reporter.personId, { article: id }, "draft", back)).toBe(FORGED);
    expect(await verdict(sql, back)).toBe("every_move_is_in_the_history");
  });

  test("has nothing go live by the clock: sets no hour for what was approved, and changes none", async () => {
    const { approver } = office;
    const [approved, scheduled] = [await submitted(office), await submitted(office)];
    const at = new Date(Date.now() + HOUR_MS);
    await carryOut(approver, "approve", approved, await seen(approver, approved));
    await carryOut(approver, ["approve", "schedule"], scheduled, { ...(await seen(approver, scheduled)), at });
    await expectForged([
      `insert into schedules (document_id, edition_id, move, due_at, revision_id, set_by, next_try_at)
       select document_id, id, 'go_live', now(), approved_revision_id, ${approver.personId}, now()
       from editions where document_id = ${approved}`,
    ]);
    const sooner = `update schedules set due_at = now(), next_try_at = now() where document_id = ${scheduled}`;
    expect(await verdict(sql, sooner)).toBe("a_schedule_keeps_its_hour");
  });

  test("takes nothing from readers, gives nothing back, and changes no date and no number that they see", async () => {
    const { approver, reporter } = office;
    const [live, hidden, draft] = [await published(office), await published(office), await drafted(office)];
    await carryOut(approver, "hide", hidden, { reason: "Chờ kiểm tra" });
    await carryOut(reporter, "revise", live, {});
    const change = (id: number, what: string) => `update documents set ${what} where id = ${id}`;
    await expectForged([
      change(
        live,
        "visibility = 'hidden', live_revision_id = null, hidden_at = clock_timestamp(), hidden_reason = 'x'",
      ),
      change(
        live,
        "visibility = 'withdrawn', live_revision_id = null, withdrawn_at = now(), withdrawn_reason = 'error'",
      ),
      change(
        live,
        `visibility = 'withdrawn', live_revision_id = null, withdrawn_at = now(), withdrawn_reason = 'merged', merged_into_id = ${hidden}`,
      ),
      change(live, "live_since = now()"),
      change(live, "imported_views = 1000000"),
      change(live, "language = 'en'"),
      change(live, "migrated = true"),
      change(live, `owed_since = now(), owed_by = ${approver.personId}`),
      change(draft, "shown_at = '2001-01-01'"),
      change(draft, "first_live_at = now()"),
    ]);
    const back = change(
      hidden,
      "visibility = 'live', live_revision_id = last_live_revision_id, hidden_at = null, hidden_reason = null",
    );
    expect(await verdict(sql, back)).toBe("a_restore_is_signed");
  });

  test("makes no text of theirs live, with confirmations in other people's names: every step is refused, and readers get nothing", async () => {
    const { reporter, editor, approver, siteId } = office;
    const id = await submitted(office);
    const writes: Statement = [
      `update draft_buffers set content = $2, digest = $3, unkept_by = '{${editor.personId}}' where document_id = $1`,
      [id, FAKE, digestOf(article, FAKE)],
    ];
    const cuts = (hash = hashOf("next_salt")): Statement => [
      `insert into revisions (document_id, edition_id, number, content, content_version, salt, content_hash, digest, canonical,
         section_id, writers, cut_because)
       select document_id, edition_id, 2, content, content_version, next_salt, ${hash}, digest, $2,
         (content->>'sectionId')::integer, unkept_by, 'move' from draft_buffers where document_id = $1`,
      [id, canonicalText(article, FAKE)],
    ];
    const signs = (who: Person, kind: string) =>
      `insert into approvals (document_id, revision_id, content_hash, person_id, kind)
       select document_id, id, content_hash, ${who.personId}, '${kind}' from revisions where document_id = ${id} and number = 2`;
    const moves = `update editions set state = 'approved', approved_revision_id = r.id from revisions r
      where editions.document_id = ${id} and r.document_id = ${id} and r.number = 2`;
    const publishes = `update documents set visibility = 'live', live_revision_id = r.id, last_live_revision_id = r.id, slug = 'gia',
      section_id = r.section_id, shown_at = now(), title = 'Giả' from revisions r
      where r.document_id = ${id} and documents.id = ${id} and r.number = 2`;

    expect(await verdict(sql, writes, cuts(`'${"f".repeat(64)}'`))).toBe("a_hash_is_of_the_signed_text");
    expect(await verdict(sql, writes, cuts())).toBe("allowed");
    expect(await verdict(sql, writes, cuts(), signs(reporter, "confirm"))).toBe(FORGED);
    expect(await verdict(sql, writes, cuts(), signs(approver, "approve"))).toBe(FORGED);
    expect(await movedBy(sql, approver.personId, { article: id }, "approved", writes, cuts(), moves)).toBe(
      "nobody_approves_alone",
    );
    expect(await verdict(sql, writes, cuts(), publishes)).toBe("only_signed_text_goes_live");
    expect(await liveArticle(siteId, id)).toBe(null);
  });

  test("lays no other text under what an approver signs", async () => {
    const { approver, siteId } = office;
    const id = await submitted(office);
    // What the screen shows is the content; what readers would get, and what the hash is of, is another text.
    await sql(
      `update draft_buffers set content = content || '{"kicker": "Tin"}', digest = $2, unkept_by = $3 where document_id = $1`,
      [id, digestOf(article, FAKE), [office.editor.personId]],
    );
    await sql(
      `insert into revisions (document_id, edition_id, number, content, content_version, salt, content_hash, digest, canonical,
         section_id, writers, cut_because)
       select document_id, edition_id, 2, content, content_version, next_salt, ${hashOf("next_salt")}, digest, $2,
         ${office.party}, unkept_by, 'move' from draft_buffers where document_id = $1`,
      [id, canonicalText(article, FAKE)],
    );
    for (const press of ["confirm", "approve", "emergency_publish"] as const) {
      const pressed = carryOut(approver, press, id, { ...(await seen(approver, id)), reason: "Bão" });
      await expect(pressed).rejects.toMatchObject({ code: "out_of_date" });
    }
    expect(await sql("select from approvals where document_id = $1", [id])).toEqual([]);
    expect(await liveArticle(siteId, id)).toBe(null);
  });

  test("takes no article out of a list in which its live text stands, and puts none into another", async () => {
    const { elsewhere, party, siteId } = office;
    const tag = await owner.one<number>(
      `insert into tags (site_id, name, slug) values (${siteId}, 'Đua thuyền', 'dua-thuyen') returning id`,
    );
    const id = await published(office, { secondSectionIds: [elsewhere], tagIds: [tag] });
    const listed = ["document_tags", "document_sections"];
    const out = listed.map((table) => `delete from ${table} where document_id = ${id}`);
    const into = `insert into document_sections values (${id}, ${party})`;
    const changed = ["title = 'Giả'", "card = card - 'standfirst'", `card = card || '{"kicker": "Giả"}'`].map(
      (what) => `update documents set ${what} where id = ${id}`,
    );
    const tried = [...out, into, ...changed];
    expect(await said(tried)).toEqual(all(tried, "lists_show_the_live_text"));
  });

  test("is refused whatever they have set for their connection", async () => {
    const opens = `insert into sessions (person_id, expires_at, seal) values (${office.approver.personId}, now() + interval '1 hour', '${INVENTED}')`;
    for (const set of [
      "search_path = pg_temp, public",
      "standard_conforming_strings = off",
      "datestyle = 'SQL, DMY'",
      "timezone = 'Asia/Kathmandu'",
      "transform_null_equals = on",
      "role = none",
    ]) {
      expect([set, await verdict(sql, `set local ${set}`, opens)]).toEqual([set, FORGED]);
    }
  });

  test("reads no key, and does not see which seals were used", async () => {
    for (const statement of [
      "select * from seal_keys",
      "insert into seal_keys (inner_pad, outer_pad) values (sha512('x'), sha512('y'))",
      "delete from seal_keys",
      "select * from spent_seals",
      "delete from spent_seals",
      "truncate spent_seals",
      "select mac_of('x')",
    ]) {
      expect([statement, await verdict(sql, statement)]).toEqual([statement, "42501"]);
    }
  });
});

describe("a seal", () => {
  const at = new Date(Math.floor(Date.now() / 1000) * 1000);
  const keyInForce = () => db.sealKeys[0] as SealKey;
  const row = () => ({
    id: crypto.randomUUID(),
    personId: office.approver.personId,
    createdAt: at,
    expiresAt: new Date(at.getTime() + 3_600_000),
  });
  const sealBy = (key: SealKey, seen: ReturnType<typeof row>, nonce: string, how: "insert" | "update" = "insert") =>
    `${nonce}.${macOf(key, sealedText(nonce, how, sessions, how === "insert" ? "-" : seen.id, seen))}`;
  const insert = (seen: ReturnType<typeof row>, seal: string): [string, unknown[]] => [
    "insert into sessions (id, person_id, created_at, expires_at, seal) values ($1, $2, $3, $4, $5)",
    [seen.id, seen.personId, seen.createdAt, seen.expiresAt, seal],
  ];
  const nonceOf = (ms: number, end: string) => ms.toString(16).padStart(12, "0") + end.padStart(20, "0");

  test("that is of the very row is taken, whatever is set for the connection", async () => {
    const seen = row();
    for (const set of ["datestyle = 'SQL, DMY'", "timezone = 'Asia/Kathmandu'", "intervalstyle = 'iso_8601'"]) {
      const sealed = sealBy(keyInForce(), seen, nonceOf(Date.now(), "a0"));
      expect(await verdict(sql, `set local ${set}`, insert(seen, sealed))).toBe("allowed");
    }
    expect(await verdict(sql, insert(seen, sealBy(keyInForce(), seen, nonceOf(Date.now(), "a1"))))).toBe("allowed");
  });
  test("of another row, of another way of writing it, or with another key is not", async () => {
    const [seen, other] = [row(), row()];
    const nonce = nonceOf(Date.now(), "b1");
    const otherKey = { inner: Buffer.alloc(64, 1), outer: Buffer.alloc(64, 2) };
    expect(await verdict(sql, insert(seen, sealBy(keyInForce(), other, nonce)))).toBe(FORGED);
    expect(await verdict(sql, insert(seen, sealBy(keyInForce(), seen, nonce, "update")))).toBe(FORGED);
    expect(await verdict(sql, insert(seen, sealBy(otherKey, seen, nonce)))).toBe(FORGED);
    expect(
      await verdict(sql, insert(seen, `${nonceOf(Date.now(), "b2")}${sealBy(keyInForce(), seen, nonce).slice(32)}`)),
    ).toBe(FORGED);
  });
  test("is used once, also for the row that it is of, and also where what used it is there no more", async () => {
    const seen = row();
    const seal = sealBy(keyInForce(), seen, nonceOf(Date.now(), "c1"));
    expect(await verdict(sql, insert(seen, seal), insert(seen, seal))).toBe("a_seal_is_used_once");
    await sql(...insert(seen, seal));
    await owner("delete from sessions where id = $1", [seen.id]);
    expect(await verdict(sql, insert(seen, seal))).toBe("a_seal_is_used_once");
    expect(await verdict(owner, insert(seen, seal))).toBe("a_seal_is_used_once");
  });
  test("is used within a day, for so long the used ones are remembered", async () => {
    const seen = row();
    const made = (hoursAgo: number) => sealBy(keyInForce(), seen, nonceOf(Date.now() - hoursAgo * 3_600_000, "d1"));
    expect(await verdict(sql, insert(seen, made(23)))).toBe("allowed");
    expect(await verdict(sql, insert(seen, made(25)))).toBe("a_seal_is_used_once");
    expect(await verdict(sql, insert(seen, made(-25)))).toBe("a_seal_is_used_once");
  });
  test("goes with what the owner changes by hand: the row says that it was not the app", async () => {
    const id = await opened(office.reporter.personId);
    await owner("update sessions set expires_at = expires_at - interval '1 hour' where id = $1", [id]);
    expect(await owner.one("select seal from sessions where id = $1", [id])).toBe(null);
  });
});
