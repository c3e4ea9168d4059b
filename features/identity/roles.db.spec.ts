import { expect, test } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { transaction } from "#db/transaction.ts";
import { type Grant, ROLES, rankIn } from "./roles.ts";
import { sectionTree } from "./store.ts";

const { rows } = oneDatabase();

const one = async <T>(sql: string, values: unknown[] = []): Promise<T> =>
  Object.values((await rows(sql, values))[0])[0] as T;

test("the pure rule and the database agree on every rank, for each role in each place", async () => {
  const site = await one<number>("insert into sites (key, name) values ('mot', 'Một') returning id");
  const other = await one<number>("insert into sites (key, name) values ('hai', 'Hai') returning id");
  const section = (siteId: number, slug: string, parent: number | null) =>
    one<number>("insert into sections (site_id, parent_id, name, slug) values ($1, $2, $3, $3) returning id", [
      siteId,
      parent,
      slug,
    ]);
  const news = await section(site, "tin-tuc", null);
  const wards = await section(site, "phuong", news);
  const hamlets = await section(site, "to-dan-pho", wards);
  const notices = await section(site, "thong-bao", null);
  const abroad = await section(other, "noi-khac", null);
  const places = [null, news, wards, hamlets, notices];

  const holders: { id: number; grants: Grant[] }[] = [];
  for (const [index, grants] of [
    [],
    ...ROLES.flatMap((role) =>
      places.flatMap((sectionId) => (role === "administrator" && sectionId ? [] : [[{ role, sectionId }]])),
    ),
    [
      { role: "reporter" as const, sectionId: null },
      { role: "approver" as const, sectionId: wards },
    ],
    [
      { role: "administrator" as const, sectionId: null },
      { role: "editor" as const, sectionId: notices },
    ],
  ].entries()) {
    const id = await one<number>("insert into people (email, name) values ($1, $1) returning id", [`p${index}@x.vn`]);
    for (const { role, sectionId } of grants) {
      await rows("insert into grants (person_id, site_id, section_id, role) values ($1, $2, $3, $4)", [
        id,
        site,
        sectionId,
        role,
      ]);
    }
    holders.push({ id, grants });
  }

  const tree = await transaction((tx) => sectionTree(tx, site));
  for (const holder of holders) {
    for (const sectionId of [...places, abroad]) {
      const said = await one<number>("select rank_in_section($1, $2)", [holder.id, sectionId]);
      expect({ holder, sectionId, rank: rankIn(holder, sectionId, tree) }).toEqual({ holder, sectionId, rank: said });
    }
  }
});
