import { expect, test } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import type { Grant } from "./roles.ts";

const { rows } = oneDatabase();

const one = async (sql: string, values: unknown[] = []): Promise<number> =>
  Object.values((await rows(sql, values))[0])[0] as number;

const aSite = (key: string) => one("insert into sites (key, name) values ($1, $1) returning id", [key]);
const aSection = (siteId: number, slug: string, above: number | null) =>
  one("insert into sections (site_id, parent_id, name, slug) values ($1, $2, $3, $3) returning id", [
    ...[siteId, above, slug],
  ]);

test("a role counts in its section and everything below it, the highest of several, an administrator's not", async () => {
  const site = await aSite("mot");
  const news = await aSection(site, "tin-tuc", null);
  const wards = await aSection(site, "phuong", news);
  const hamlets = await aSection(site, "to-dan-pho", wards);
  const notices = await aSection(site, "thong-bao", null);
  const abroad = await aSection(await aSite("hai"), "noi-khac", null);

  const ranksOf = async (...grants: Grant[]): Promise<number[]> => {
    const person = await one("insert into people (email, name) values (gen_random_uuid(), 'An') returning id");
    for (const { role, sectionId } of grants) {
      await rows("insert into grants (person_id, site_id, section_id, role) values ($1, $2, $3, $4)", [
        ...[person, site, sectionId, role],
      ]);
    }
    const places = [news, wards, hamlets, notices, abroad];
    return Promise.all(places.map((place) => one("select rank_in_section($1, $2)", [person, place])));
  };

  expect(await ranksOf()).toEqual([0, 0, 0, 0, 0]);
  expect(await ranksOf({ role: "approver", sectionId: null })).toEqual([3, 3, 3, 3, 0]);
  expect(await ranksOf({ role: "editor", sectionId: wards })).toEqual([0, 2, 2, 0, 0]);
  expect(await ranksOf({ role: "reporter", sectionId: hamlets })).toEqual([0, 0, 1, 0, 0]);
  expect(await ranksOf({ role: "administrator", sectionId: null })).toEqual([0, 0, 0, 0, 0]);
  expect(await ranksOf({ role: "reporter", sectionId: null }, { role: "approver", sectionId: wards })).toEqual([
    ...[1, 3, 3, 1, 0],
  ]);
  expect(await ranksOf({ role: "administrator", sectionId: null }, { role: "reporter", sectionId: notices })).toEqual([
    ...[0, 0, 0, 1, 0],
  ]);
});

test("for a text that stands in no section yet only roles on the whole site count, in force and of this site", async () => {
  const site = await aSite("ba");
  const news = await aSection(site, "tin-tuc", null);
  const rankWith = async (columns: string, values: string): Promise<number> => {
    const person = await one("insert into people (email, name) values (gen_random_uuid(), 'An') returning id");
    await rows(`insert into grants (person_id, site_id, ${columns}) values ($1, $2, ${values})`, [person, site]);
    return one("select rank_on_site($1, $2)", [person, site]);
  };
  expect(await rankWith("role", "'approver'")).toBe(3);
  expect(await rankWith("role", "'reporter'")).toBe(1);
  expect(await rankWith("role", "'administrator'")).toBe(0);
  expect(await rankWith("role, section_id", `'approver', ${news}`)).toBe(0);
  expect(await rankWith("role, ended_at", "'approver', now()")).toBe(0);
  expect(await rankWith("role, effective_from", "'approver', now() + interval '1 day'")).toBe(0);
  expect(await one("select rank_on_site(max(person_id), $1) from grants", [await aSite("bon")])).toBe(0);
});
