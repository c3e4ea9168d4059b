import { describe, expect, test } from "vitest";
import { anOffice } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { inPlainSql, quoted, verdict } from "./testing.ts";

const { db, bend, office } = oneOffice();
const { sql, owner } = inPlainSql(db);

const UNRECORDED = "every_change_of_a_site_is_recorded";
const UNTOLD = "readers_pages_are_told";

type Words = Record<string, unknown>;

/** The line of the record, in plain SQL: `id` may be a statement's answer. */
const recorded = (thing: string, id: string | number, after: Words, before: Words | null = null, more: Words = {}) => {
  const said = quoted(JSON.stringify({ after, before, ...more }));
  const whole = `(${said}::jsonb || jsonb_build_object('${thing}Id', ${id}))`;
  return `insert into office_events (site_id, kind, payload, canonical)
    select ${office.siteId}, '${thing}_changed', whole, whole::text from (select ${whole}) as x (whole)`;
};
const told = (fact: string, siteId = office.siteId) =>
  `insert into announcements (site_id, facts) select ${siteId}, array[${fact}]`;
const site = () => `'site:${office.siteId}'`;

describe("a section that is made", () => {
  const made = () => `insert into sections (site_id, name, slug) values (${office.siteId}, 'Mục', 'muc')`;
  const newest = "(select max(id) from sections)";
  const words = { name: "Mục", slug: "muc", parentId: null, position: 0, strict: false, opened: false };
  test("is on record as what it is, and told to every page of its site", async () => {
    const line = recorded("section", newest, words);
    expect(await verdict(sql, made())).toBe(UNRECORDED);
    expect(await verdict(sql, made(), told(site()))).toBe(UNRECORDED);
    expect(await verdict(sql, made(), line)).toBe(UNTOLD);
    expect(await verdict(sql, made(), line, told("'section:1'"))).toBe(UNTOLD);
    expect(await verdict(sql, made(), line, told(site()))).toBe("allowed");
    expect(await verdict(sql, told(site()), made(), line)).toBe("allowed");
  });
  test("is on record under no other name, and as no other one", async () => {
    for (const wrong of [{ name: "Khác" }, { slug: "khac" }, { parentId: office.news }, { opened: true }]) {
      const line = recorded("section", newest, { ...words, ...wrong });
      expect([wrong, await verdict(sql, made(), line, told(site()))]).toEqual([wrong, UNRECORDED]);
    }
    const { strict: _, ...less } = words;
    expect(await verdict(sql, made(), recorded("section", newest, less), told(site()))).toBe(UNRECORDED);
    expect(await verdict(sql, made(), recorded("section", office.news, words), told(site()))).toBe(UNRECORDED);
    expect(await verdict(sql, made(), recorded("tag", newest, words), told(site()))).toBe(UNRECORDED);
  });
});

describe("a section that is called otherwise, or stands elsewhere", () => {
  const change = (what: string) => `update sections set ${what} where id = ${office.elsewhere}`;
  const line = (after: Words, before: Words) => recorded("section", office.elsewhere, after, before);
  test("is on record with what it was and what it is, and told", async () => {
    const stricter = line({ strict: true }, { strict: false });
    expect(await verdict(sql, change("strict = true"), stricter)).toBe(UNTOLD);
    const wrong = line({ strict: true }, { strict: true });
    expect(await verdict(sql, change("strict = true"), wrong, told(site()))).toBe(UNRECORDED);
    for (const [what, after, before] of [
      [`parent_id = ${office.news}`, { parentId: office.news }, { parentId: null }],
      ["position = 9", { position: 9 }, { position: 2 }],
      ["strict = true", { strict: true }, { strict: false }],
    ] as const) {
      expect([what, await verdict(sql, change(what))]).toEqual([what, UNRECORDED]);
      expect([what, await verdict(sql, change(what), line(after, before), told(site()))]).toEqual([what, "allowed"]);
    }
  });
  test("by what was on record before is not covered, nor by what another one's pages were told", async () => {
    const first = [change("position = 9"), line({ position: 9 }, { position: 2 }), told(site())];
    expect(await verdict(sql, ...first, change("position = 8"))).toBe(UNRECORDED);
    const elsewhere = `insert into announcements (site_id, facts) select id, array[${site()}] from sites where id <> ${office.siteId}`;
    await owner("insert into sites (key, name) values ('xa', 'Xa') on conflict do nothing");
    expect(await verdict(sql, first[0] ?? "", first[1] ?? "", elsewhere)).toBe(UNTOLD);
  });
  test("is nothing to tell where nothing was changed", async () => {
    expect(await verdict(sql, change("name = name, position = position"))).toBe("allowed");
  });
});

describe("what a section is called, and where it stands", () => {
  const BY_TWO = "a_section_is_called_by_two";
  const was = { name: "Thông báo", slug: "thong-bao" };
  const becomes = { name: "Tin báo", slug: "tin-bao" };
  const change = ({ name, slug } = becomes) =>
    `update sections set name = '${name}', slug = '${slug}' where id = ${office.elsewhere}`;
  type Deed = { by: { personId: number }; kind?: string; sectionId?: number; after?: Words; proposal?: string };
  const done = ({ by, kind = "section_name_proposed", sectionId = office.elsewhere, ...said }: Deed) => {
    const { after = becomes, proposal = "null" } = said;
    const payload = quoted(JSON.stringify({ sectionId, before: was, after }));
    return `insert into office_events (site_id, by_id, kind, payload, canonical) select ${office.siteId}, ${by.personId},
      '${kind}', w, w::text from (select ${payload}::jsonb || jsonb_build_object('proposalId', ${proposal})) as x (w)`;
  };
  const PROPOSAL = "(select max(id) from office_events where kind = 'section_name_proposed')";
  const agreed = (deed: Partial<Deed> = {}) =>
    done({ by: office.stranger, kind: "section_renamed", proposal: PROPOSAL, ...deed });
  const tried = (...lines: string[]) => verdict(sql, ...lines, change(), told(site()));

  test("is changed once somebody has proposed it and an approver of the section has agreed", async () => {
    expect(await tried(done({ by: office.admin }), agreed())).toBe("allowed");
    expect(await verdict(sql, done({ by: office.admin }), agreed(), change())).toBe(UNTOLD);
    expect(await verdict(sql, change({ ...becomes, name: "Thông báo" }))).toBe(BY_TWO);
  });
  test("is not changed by what is on record otherwise, nor by one person, nor by who approves elsewhere", async () => {
    const proposed = done({ by: office.admin });
    expect(await tried(proposed)).toBe(BY_TWO);
    expect(await tried(agreed())).toBe(BY_TWO);
    expect(await tried(done({ by: office.stranger }), agreed())).toBe(BY_TWO);
    for (const by of [office.approver, office.reporter, office.admin]) {
      expect(await tried(done({ by: office.admin }), agreed({ by }))).toBe(BY_TWO);
    }
  });
  test("is what was agreed to, which is what was proposed last, of this section", async () => {
    const proposed = done({ by: office.admin });
    const other = { name: "Tin khác", slug: "tin-khac" };
    expect(await tried(proposed, agreed({ after: other }))).toBe(BY_TWO);
    expect(await tried(done({ by: office.admin, after: other }), agreed())).toBe(BY_TWO);
    expect(await tried(done({ by: office.admin, sectionId: office.news }), agreed())).toBe(BY_TWO);
    const first = PROPOSAL.replace("max", "min");
    expect(await tried(proposed, done({ by: office.admin, after: other }), agreed({ proposal: first }))).toBe(BY_TWO);
    for (const kind of ["section_name_dropped", "section_renamed"]) {
      expect(await tried(proposed, done({ by: office.stranger, kind }), agreed())).toBe(BY_TWO);
    }
  });
  test("is proposed by somebody who is administrator of that site, and still is when it is agreed to", async () => {
    const proposed = done({ by: office.admin });
    for (const by of [office.editor, office.reporter, office.approver]) {
      expect(await tried(done({ by }), agreed())).toBe(BY_TWO);
    }
    const other = await anOffice();
    expect(await tried(done({ by: other.admin }), agreed())).toBe(BY_TWO);
    const { personId } = office.admin;
    for (const [ends, begins] of [
      ["update grants set ended_at = now()", "update grants set ended_at = null"],
      [
        "update grants set effective_from = now() + interval '1 day'",
        "update grants set effective_from = now() - interval '2 days'",
      ],
    ]) {
      await bend(`${ends} where person_id = $1`, [personId]);
      expect([ends, await tried(proposed, agreed())]).toEqual([ends, BY_TWO]);
      await bend(`${begins} where person_id = $1`, [personId]);
    }
    await bend("update people set switched_off_at = now() where id = $1", [personId]);
    expect(await tried(proposed, agreed())).toBe(BY_TWO);
    await bend("update people set switched_off_at = null where id = $1", [personId]);
    expect(await tried(proposed, agreed())).toBe("allowed");
  });
  test("is no address by which readers still find another section", async () => {
    const { siteId, news } = office;
    const all = [done({ by: office.admin }), agreed()];
    const made = () => [
      `insert into sections (site_id, name, slug) values (${siteId}, 'Tin báo', 'tin-bao')`,
      recorded("section", "(select max(id) from sections)", {
        ...{ name: "Tin báo", slug: "tin-bao", parentId: null, position: 0, strict: false, opened: false },
      }),
      told(site()),
    ];
    await bend("insert into section_slugs values ($1, 'tin-bao', $2)", [siteId, news]);
    await bend("update sections set opened_at = now() where id = $1", [news]);
    expect(await tried(...all)).toBe("an_address_is_of_one_thing");
    expect(await verdict(sql, ...made())).toBe("an_address_is_of_one_thing");
    // Nobody ever knew it.
    await bend("update sections set opened_at = null where id = $1", [news]);
    expect(await tried(...all)).toBe("allowed");
    expect(await verdict(sql, ...made())).toBe("allowed");
    // Its own it may have again.
    await bend("update section_slugs set section_id = $1", [office.elsewhere]);
    await bend("update sections set opened_at = now() where id = $1", [office.elsewhere]);
    expect(await tried(...all)).toBe("allowed");
    await bend("update sections set opened_at = null where id = $1", [office.elsewhere]);
    await bend("delete from section_slugs");
  });
});

describe("a tag", () => {
  const made = () => `insert into tags (site_id, name, slug) values (${office.siteId}, 'Sen', 'sen')`;
  const newest = "(select max(id) from tags)";
  const fact = `(select 'tag:' || max(id) from tags)`;
  test("that is made or changed is on record, and told by its own name", async () => {
    const line = recorded("tag", newest, { name: "Sen", slug: "sen" });
    expect(await verdict(sql, made(), told(fact))).toBe(UNRECORDED);
    expect(await verdict(sql, made(), line)).toBe(UNTOLD);
    expect(await verdict(sql, made(), line, told(site()))).toBe(UNTOLD);
    expect(await verdict(sql, made(), line, told(fact))).toBe("allowed");
    const change = "update tags set name = 'Sen Hồ'";
    const renamed = recorded("tag", newest, { name: "Sen Hồ" }, { name: "Sen" });
    expect(await verdict(sql, made(), line, told(fact), change)).toBe(UNRECORDED);
    expect(await verdict(sql, made(), line, renamed, change)).toBe(UNTOLD);
    expect(await verdict(sql, made(), line, renamed, change, told(fact))).toBe("allowed");
  });
});

describe("a site", () => {
  const change = (what: string) => `update sites set ${what} where id = ${office.siteId}`;
  test("whose name, host or key is another is on record, and told to every page of it", async () => {
    const { key, name } = (await sql("select key, name from sites where id = $1", [office.siteId]))[0] ?? {};
    for (const [what, after, before] of [
      ["name = 'Khác'", { name: "Khác" }, { name }],
      ["host = 'khac.example'", { host: "khac.example" }, { host: null }],
      ["key = 'khac'", { key: "khac" }, { key }],
      ["time_zone = 'UTC'", { timeZone: "UTC" }, { timeZone: "Asia/Ho_Chi_Minh" }],
      ["demo = true", { demo: true }, { demo: false }],
    ] as const) {
      const line = recorded("site", office.siteId, after, before);
      expect([what, await verdict(sql, change(what), told(site()))]).toEqual([what, UNRECORDED]);
      expect([what, await verdict(sql, change(what), line)]).toEqual([what, UNTOLD]);
      expect([what, await verdict(sql, change(what), line, told(site()))]).toEqual([what, "allowed"]);
    }
  });
});

test("the owner writes by hand without a word", async () => {
  const { siteId, news } = office;
  const tag = `insert into tags (site_id, name, slug) values (${siteId}, 'Tay', 'tay')`;
  expect(await verdict(owner, tag, `update sections set name = 'Tin' where id = ${news}`)).toBe("allowed");
});
