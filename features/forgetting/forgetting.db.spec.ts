import { beforeEach, describe, expect, test } from "vitest";
import { drafted, published, submitted } from "#features/moves/testing.ts";
import { officeForEach } from "#features/moves/testing-office.ts";
import { findLive } from "#features/reading/store.ts";
import { foldOldViews } from "./fold-views.ts";
import { forgetOld } from "./forget-old.ts";

const { office, rows, bend } = officeForEach();

const ids = async (table: string, column: string) =>
  (await rows(`select ${column} as id from ${table} order by 1`)).map(({ id }) => String(id));

describe("what has served its time is forgotten, and nothing that has not:", () => {
  test("tries to sign in, after a day", async () => {
    await rows(`insert into sign_in_tries (account_hash, address_hash, succeeded, at) values
      ('old', 'x', false, now() - interval '25 hours'), ('new', 'x', false, now() - interval '23 hours')`);
    await forgetOld();
    expect(await ids("sign_in_tries", "account_hash")).toEqual(["new"]);
  });
  test("devices, half a year after they were seen last", async () => {
    await rows("delete from known_devices");
    await rows(
      `insert into known_devices (token_hash, person_id, seen_at) values
       ('old', $1, now() - interval '181 days'), ('new', $1, now() - interval '179 days')`,
      [office.reporter.personId],
    );
    await forgetOld();
    expect(await ids("known_devices", "token_hash")).toEqual(["new"]);
  });
  test("announcements, after a week", async () => {
    await bend("delete from announcements");
    await rows(
      `insert into announcements (site_id, facts, at) values
       ($1, '{document:1}', now() - interval '8 days'), ($1, '{document:2}', now() - interval '6 days')`,
      [office.siteId],
    );
    await forgetOld();
    expect(await ids("announcements", "facts[1]")).toEqual(["document:2"]);
  });
  test("messages, after ninety days, whatever has come of them", async () => {
    const article = await drafted(office);
    const mail = (state: string, days: number) =>
      rows(
        `insert into mails (site_id, person_id, document_id, kinds, state, queued_at)
         values ($1, $2, $3, '{returned}', $4, now() - make_interval(days => $5))`,
        [office.siteId, office.reporter.personId, article, state, days],
      );
    for (const state of ["waiting", "sent", "kept"]) await mail(state, 91);
    await mail("failed", 89);
    await forgetOld();
    expect(await ids("mails", "state")).toEqual(["failed"]);
  });
  test("one-time links, long after they were used or ran out", async () => {
    await bend("delete from one_time_links");
    await bend(
      `insert into one_time_links (token_hash, purpose, person_id, expires_at, used_at) values
       ('ran out', 'reset', $1, now() - interval '91 days', null),
       ('used', 'reset', $1, now() - interval '91 days', now() - interval '92 days'),
       ('ran out lately', 'reset', $1, now() - interval '89 days', null),
       ('open', 'reset', $1, now() + interval '1 day', null)`,
      [office.reporter.personId],
    );
    await forgetOld();
    expect(await ids("one_time_links", "token_hash")).toEqual(["open", "ran out lately"]);
  });
  test("sessions, but a person's newest, which says when they were seen, and those that a browser's key hangs on", async () => {
    const { personId } = office.reporter;
    await bend("delete from journal_keys");
    await bend("delete from sessions");
    const session = async (days: number) =>
      (
        await rows(
          `insert into sessions (person_id, created_at, expires_at, last_seen_at)
           select $1, ago, ago + interval '1 hour', ago from (select now() - make_interval(days => $2)) x (ago) returning id`,
          [personId, days],
        )
      )[0].id;
    const [oldest, withKey, old] = [await session(300), await session(170), await session(160)];
    await rows(
      "insert into journal_keys (person_id, browser, key, session_id, given_at) values ($1, gen_random_uuid(), 'k', $2, now() - interval '170 days')",
      [personId, withKey],
    );
    await forgetOld();
    expect(await ids("sessions", "id")).toEqual([withKey, old].sort());
    expect(oldest).not.toBe(old);
    // With the key its session goes, and with a newer one the newest of before.
    await rows("update journal_keys set given_at = now() - interval '181 days'");
    const recent = await session(1);
    await forgetOld();
    expect(await ids("journal_keys", "session_id")).toEqual([]);
    expect(await ids("sessions", "id")).toEqual([recent]);
  });
  test("what tabs were answered about an edition, three months after it was closed", async () => {
    const [open, lately, long] = [await drafted(office), await submitted(office), await submitted(office)];
    const save = (article: number) =>
      bend(
        `insert into draft_saves (edition_id, tab_id, person_id, counter, version, saved_at)
         select id, gen_random_uuid(), $2, 1, 1, now() from editions where document_id = $1`,
        [article, office.reporter.personId],
      );
    await bend("delete from draft_saves");
    for (const article of [open, lately, long]) await save(article);
    for (const [article, days] of [
      [lately, 89],
      [long, 91],
    ]) {
      await bend(
        "update editions set state = 'closed', outcome = 'discarded', closed_at = now() - make_interval(days => $2) where document_id = $1",
        [article, days],
      );
    }
    await forgetOld();
    const kept = await rows("select document_id from draft_saves d join editions e on e.id = d.edition_id order by 1");
    expect(kept.map(({ document_id }) => document_id)).toEqual([open, lately]);
  });
});

describe("views of long ago", () => {
  let article: number;
  beforeEach(async () => {
    article = await published(office);
    await bend("delete from article_views");
  });
  const seen = (at: string, count: number, of = article) =>
    rows("insert into article_views (article_id, hour, count) values ($1, $2, $3)", [of, at, count]);
  const shown = async () => (await findLive(office.siteId, article))?.views;

  test("are kept by the month of Vietnam, and the sum that readers see stays", async () => {
    await seen("2024-02-29T16:00:00Z", 1);
    // Already March there.
    await seen("2024-02-29T17:00:00Z", 2);
    await seen("2024-03-01T08:00:00Z", 4);
    await seen("2024-03-31T16:00:00Z", 8);
    await seen("2024-03-31T17:00:00Z", 16);
    const before = await shown();
    for (let again = 0; again < 2; again++) {
      await foldOldViews();
      expect(await rows("select hour, count from article_views order by hour")).toEqual([
        { hour: new Date("2024-01-31T17:00:00Z"), count: 1 },
        { hour: new Date("2024-02-29T17:00:00Z"), count: 14 },
        { hour: new Date("2024-03-31T17:00:00Z"), count: 16 },
      ]);
      expect([before, await shown()]).toEqual([31, 31]);
    }
  });
  test("of the last three months stay by the hour", async () => {
    await rows(
      `insert into article_views select $1, date_trunc('hour', now()) - make_interval(hours => h * 5), 1 from generate_series(0, 430) h`,
      [article],
    );
    await foldOldViews();
    expect(await rows("select count(*)::int as n from article_views")).toEqual([{ n: 431 }]);
  });
  test("are folded article by article, few at a time", async () => {
    const others = [await published(office), await published(office), await published(office)];
    for (const of of [article, ...others]) {
      await seen("2024-03-01T08:00:00Z", 1, of);
      await seen("2024-03-02T08:00:00Z", 1, of);
    }
    await foldOldViews(1);
    expect(await rows("select article_id, count from article_views order by 1")).toEqual(
      [article, ...others].map((article_id) => ({ article_id, count: 2 })),
    );
  });
});
