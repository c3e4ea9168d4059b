import { expect, test } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { transaction } from "#db/transaction.ts";
import { carryOut } from "#features/moves/commands.ts";
import { anOffice, published, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { findListed } from "./store.ts";

const { rows } = oneDatabase();

const listed = (id: number) => transaction((tx) => findListed(tx, id));

/** What the last transaction that announced something of a site has announced, the last word first. */
async function lastAnnounced(siteId: number): Promise<string[]> {
  const newest = `select f.fact from announcements a cross join unnest(a.facts) with ordinality as f (fact, at)
    where a.site_id = $1 and a.xact = (select xact from announcements where site_id = $1 order by id desc limit 1)
    order by a.id desc, f.at`;
  return (await rows(newest, [siteId])).map(({ fact }) => fact);
}

test("an article is found in its own section, its second ones and those above them, while readers have it", async () => {
  const office = await anOffice();
  expect(await listed(await submitted(office))).toBeNull();
  const id = await published(office, { secondSectionIds: [office.elsewhere] });
  expect(await listed(id)).toMatchObject({
    sectionId: office.party,
    listedIn: [office.news, office.party, office.elsewhere],
  });
  await carryOut(office.editor, "hide", id, { reason: "Chờ kiểm tra số liệu" });
  expect(await listed(id)).toBeNull();
});

test("the first article that a section ever has changes every page; those that follow and the last that goes only their own", async () => {
  const office = await anOffice();
  const [site, home, map] = [`site:${office.siteId}`, `list:home:${office.siteId}`, `list:sitemap:${office.siteId}`];
  const lists = [office.news, office.party].map((id) => `list:section:${id}`);
  const first = await published(office);
  const [{ of_id: author, day }] = await rows(
    "select of_id, day::text from listings where document_id = $1 and list = 'author'",
    [first],
  );
  const days = ["", day.slice(0, 4), day.slice(0, 7), day].map((date) => `list:site:${office.siteId}:${date}`);
  lists.push(...lists.map((list) => `${list}:${day}`), `list:author:${author}`, ...days);
  expect(await lastAnnounced(office.siteId)).toEqual([`document:${first}`, ...lists, home, map, site]);
  const second = await published(office);
  expect(await lastAnnounced(office.siteId)).toEqual([`document:${second}`, ...lists, home, map]);
  for (const one of [second, first]) {
    await carryOut(office.approver, "withdraw", one, { reason: "error" });
    expect(await lastAnnounced(office.siteId)).toEqual([`document:${one}`, ...lists, home, map]);
  }
  const third = await published(office);
  expect(await lastAnnounced(office.siteId)).toEqual([`document:${third}`, ...lists, home, map]);
});

test("an article opens its second sections as well", async () => {
  const office = await anOffice();
  await published(office);
  for (const opens of [true, false]) {
    await published(office, { secondSectionIds: [office.elsewhere] });
    const facts = await lastAnnounced(office.siteId);
    expect(facts).toContain(`list:section:${office.elsewhere}`);
    expect(facts.includes(`site:${office.siteId}`)).toBe(opens);
  }
});

test("an update that stays where it is changes itself and the sitemap alone", async () => {
  const office = await anOffice();
  const id = await published(office);
  await carryOut(office.reporter, "revise", id, {});
  await typeIn(office.reporter, id, { headline: "Hội thao phường đã khai mạc" });
  await carryOut(office.reporter, "submit", id, {});
  await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
  expect(await lastAnnounced(office.siteId)).toEqual([`document:${id}`, `list:sitemap:${office.siteId}`]);
});
