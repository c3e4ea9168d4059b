import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { makeLink } from "#features/people/links.ts";
import { switchPerson } from "#features/people/store.ts";
import { verdict, withoutKey } from "./testing.ts";
import { expectRefused, INVENTED, opened } from "./testing-forger.ts";

const { db, office, lends } = oneOffice();
const { sql, owner } = withoutKey(db);

const FORGED = "what_decides_is_sealed";

let session: string;
beforeAll(async () => {
  session = await opened(db, office.reporter);
  await lends(office.approver, office.editor);
});

describe("whoever has the app's role and not its key", () => {
  test("opens no session, and takes over none", async () => {
    const { approver } = office;
    const into = (columns: string, values: string) =>
      `insert into sessions (person_id, expires_at${columns}) values (${approver.personId}, now() + interval '1 hour'${values})`;
    await expectRefused(sql, FORGED, [
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
    const ended = await opened(db, office.editor);
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
    await expectRefused(sql, FORGED, [
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
    await expectRefused(sql, FORGED, [
      `insert into one_time_links (token_hash, purpose, person_id, expires_at)
       values ('x', 'reset', ${reporter.personId}, now() + interval '1 day')`,
      "insert into one_time_links (token_hash, purpose, expires_at) values ('x', 'first_administrator', now() + interval '1 day')",
      change("usable_from = usable_from + interval '1 hour'"),
      change(`agreed_by = ${office.approver.personId}, usable_from = now()`),
      change("expires_at = expires_at - interval '1 hour'"),
    ]);
    await expectRefused(sql, "a_link_is_made_and_used_once", [change("token_hash = 'x'")]);
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
    await expectRefused(sql, FORGED, [
      gives("reporter", "null", "now()"),
      gives("approver", "null", "now() + interval '25 hours'"),
      `update grants set agreed_by = ${approver.personId}, effective_from = now() ${waiting}`,
      `update grants set effective_from = effective_from + interval '1 hour' ${waiting}`,
      `update grants set ended_at = now() where person_id = ${approver.personId}`,
    ]);
  });

  test("makes nobody a deputy, and lengthens no deputation", async () => {
    const { approver, approver2, siteId } = office;
    await expectRefused(sql, FORGED, [
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
    await expectRefused(sql, FORGED, [
      `insert into redirects (site_id, from_path, to_url, made_by, agreed_by)
       values (${siteId}, '/tin-tuc', 'https://xau.example/', ${approver.personId}, ${approver2.personId})`,
      "update redirects set to_url = 'https://xau.example/'",
      "update redirects set from_path = '/tin-tuc'",
    ]);
  });

  test("writes no line of what was done in the office", async () => {
    await expectRefused(sql, FORGED, [
      `insert into office_events (site_id, person_id, kind, canonical)
       values (${office.siteId}, ${office.reporter.personId}, 'switched_off', '{}')`,
    ]);
  });

  test("changes no name, address or host of a site, a section or a tag, and makes none", async () => {
    const { siteId, news, elsewhere } = office;
    await owner(`insert into tags (site_id, name, slug) values (${siteId}, 'Sen', 'sen')`);
    await expectRefused(sql, FORGED, [
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
});
