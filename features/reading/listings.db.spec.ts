import pg from "pg";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { carryOut } from "#features/moves/commands.ts";
import { anOffice, type Office, published, seen, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { PAGE_SIZE } from "./page-size.ts";
import { countInSection, findInSection } from "./store.ts";

const { db, rows, bend, office } = oneOffice();

/** On the pages of which sections an article is listed. */
const listedIn = async (id: number): Promise<number[]> => {
  const found = await rows("select section_id from section_listings where document_id = $1 order by 1", [id]);
  return found.map((row) => row.section_id);
};

/** What sections list and how much they count, and what they should by the rows of documents, sections and second sections. */
async function listedAndDue(section: number, offset: number) {
  const due = await rows(
    `with recursive below as (
       select id from sections where id = $1 union select s.id from sections s join below b on s.parent_id = b.id)
     select d.id from documents d where d.visibility = 'live' and (d.section_id in (select id from below)
       or exists (select from document_sections x where x.document_id = d.id and x.section_id in (select id from below)))
     order by d.shown_at desc, d.id desc`,
    [section],
  );
  const [site] = await rows("select site_id from sections where id = $1", [section]);
  const listed = await findInSection(site?.site_id, section, offset, PAGE_SIZE);
  return {
    listed: { total: await countInSection(site?.site_id, section), ids: listed.map(({ number }) => number) },
    due: { total: due.length, ids: due.slice(offset, offset + PAGE_SIZE).map(({ id }) => id) },
  };
}

async function republished(own: Office, id: number, change: Parameters<typeof typeIn>[2]): Promise<void> {
  await carryOut(own.reporter, "revise", id, {});
  await typeIn(own.reporter, id, change);
  await carryOut(own.reporter, "submit", id, {});
  await carryOut(own.approver, ["approve", "publish"], id, await seen(own.approver, id));
}

describe("an article", () => {
  test("is listed in its own section, its second ones and all above them, as long as it is live", async () => {
    const id = await published(office, { secondSectionIds: [office.elsewhere] });
    const everywhere = [office.news, office.party, office.elsewhere];
    expect(await listedIn(id)).toEqual(everywhere);
    await carryOut(office.approver, "withdraw", id, { reason: "error" });
    expect(await listedIn(id)).toEqual([]);
    await carryOut(office.approver, "restore", id, {});
    expect(await listedIn(id)).toEqual(everywhere);
    await carryOut(office.editor, "hide", id, { reason: "Chờ kiểm tra số liệu" });
    expect(await listedIn(id)).toEqual([]);
  });

  test("leaves the section that its new text does not name, and an update of its words changes nothing", async () => {
    const id = await published(office, { secondSectionIds: [office.elsewhere] });
    await republished(office, id, { headline: "Hội thao phường khai mạc" });
    expect(await listedIn(id)).toEqual([office.news, office.party, office.elsewhere]);
    await republished(office, id, { secondSectionIds: [], sectionId: office.news });
    expect(await listedIn(id)).toEqual([office.news]);
    expect((await listedAndDue(office.elsewhere, 0)).listed.ids).not.toContain(id);
  });

  test("is listed by what its row says also where the other triggers sleep", async () => {
    const id = await published(office);
    const { total } = (await listedAndDue(office.news, 0)).listed;
    await bend("update documents set shown_at = '2014-03-05T18:30:00Z' where id = $1", [id]);
    const { listed, due } = await listedAndDue(office.news, 0);
    expect(listed).toEqual(due);
    expect([listed.total, listed.ids.at(-1)]).toEqual([total, id]);
  });
});

test("nobody with the app's role writes a listing, or what is counted of it, or lists anything again", async () => {
  for (const statement of [
    `insert into section_listings values (${office.news}, 1, now())`,
    "update section_listings set shown_at = now()",
    "delete from section_listings",
    "truncate section_listings",
    "update listing_days set listed = 0",
    `insert into listing_months (section_id, month, listed) values (${office.news}, now(), 1000)`,
    "select list_documents('{1}')",
  ]) {
    await expect(asApp(statement), statement).rejects.toMatchObject({ code: "42501" });
  }
});

async function asApp(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: db.appUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

describe("a section", () => {
  test("that gets another parent takes what is listed in it along, and leaves what stands there besides", async () => {
    const own = await anOffice();
    const both = await published(own, { secondSectionIds: [own.news] });
    const one = await published(own, { secondSectionIds: [own.elsewhere] });
    await rows("update sections set parent_id = $1 where id = $2", [own.elsewhere, own.party]);
    expect(await listedIn(one)).toEqual([own.party, own.elsewhere]);
    expect(await listedIn(both)).toEqual([own.news, own.party, own.elsewhere]);
    await rows("update sections set parent_id = null where id = $1", [own.party]);
    expect(await listedIn(one)).toEqual([own.party, own.elsewhere]);
    expect(await listedIn(both)).toEqual([own.news, own.party]);
    for (const section of [own.news, own.party, own.elsewhere]) {
      const { listed, due } = await listedAndDue(section, 0);
      expect(listed).toEqual(due);
    }
  });
});

describe("an archive of years", () => {
  let own: Office;
  let ids: number[];
  const random = seeded(20);
  beforeAll(async () => {
    own = await anOffice();
    ids = [];
    // Rows of one live article, many times: with dates in any order, some at one moment, some at the edge of a day or month.
    const like = await published(own);
    await bend(
      `insert into documents (site_id, kind, visibility, live_revision_id, last_live_revision_id, section_id, slug, title, shown_at, first_live_at, created_by)
       select site_id, kind, visibility, live_revision_id, last_live_revision_id, case when n % 3 = 0 then ${own.news} else section_id end, slug, title,
         case when n % 10 = 0 then timestamptz '2024-02-29T23:59:59.999999Z' when n % 10 = 1 then timestamptz '2024-03-01T00:00:00Z'
           else timestamptz '2022-01-01Z' + make_interval(hours => (n * 7919) % 20000) end, now(), created_by
       from documents, generate_series(1, 300) n where id = ${like}`,
    );
    ids = (await rows("select id from documents where site_id = $1 order by id", [own.siteId])).map(({ id }) => id);
  });

  test("is paged through without a hole or a repetition, to its last page and beyond", async () => {
    for (let offset = 0; offset <= 320; offset += PAGE_SIZE) {
      const { listed, due } = await listedAndDue(own.news, offset);
      expect(listed).toEqual(due);
    }
  });

  test("keeps its pages while articles come and go at any place of it", async () => {
    for (let round = 0; round < 16; round += 1) {
      const some = ids.filter(() => random() < 0.03);
      const change = [
        "visibility = 'hidden', live_revision_id = null, hidden_at = now(), hidden_reason = 'x'",
        "visibility = 'live', live_revision_id = last_live_revision_id, hidden_at = null, hidden_reason = null",
        `section_id = ${random() < 0.5 ? own.news : own.elsewhere}`,
        `shown_at = timestamptz '2021-12-30Z' + make_interval(hours => id % 60 + ${Math.floor(random() * 20000)})`,
      ][round % 4];
      await bend(`update documents set ${change} where id = any($1)`, [some]);
      if (round % 3 === 0) {
        await bend("delete from document_sections where document_id = any($1)", [some]);
      } else {
        await bend(
          `insert into document_sections select unnest($1::integer[]), ${own.elsewhere} on conflict do nothing`,
          [some],
        );
      }
      const section = [own.news, own.party, own.elsewhere][Math.floor(random() * 3)] ?? own.news;
      const { listed, due } = await listedAndDue(section, PAGE_SIZE * Math.floor(random() * 14));
      expect(listed).toEqual(due);
    }
  });
});

describe("who publishes in one section at once", () => {
  const open: pg.Client[] = [];
  afterEach(async () => {
    for (const client of open.splice(0)) await client.end();
  });
  /** The owner, in a transaction with the triggers asleep that ask for more than a row; a wait is an error. */
  const begun = async () => {
    const client = new pg.Client({ connectionString: db.ownerUrl });
    open.push(client);
    await client.connect();
    await client.query("set session_replication_role = replica; set lock_timeout = '2s'; begin");
    return client;
  };
  const gone = (id: number) =>
    `update documents set visibility = 'hidden', live_revision_id = null, hidden_reason = 'x' where id = ${id}`;

  test("waits for nobody, in whatever order, and every count is right once all have ended", async () => {
    const own = await anOffice();
    const ids = [];
    for (let number = 1; number <= 6; number += 1) ids.push(await published(own));
    const clients = [];
    for (const id of ids) {
      const client = await begun();
      await client.query(gone(id));
      clients.push(client);
    }
    expect((await listedAndDue(own.news, 0)).listed.total).toBe(6);
    for (const [at, client] of clients.entries()) await client.query(at % 2 === 0 ? "commit" : "rollback");
    const { listed, due } = await listedAndDue(own.news, 0);
    expect(listed).toEqual(due);
    expect(listed.total).toBe(3);
    // As many slots as there were people at once, and no more for those who come later.
    const slots = () => rows("select count(*)::integer as n from listing_days where section_id = $1", [own.news]);
    const before = await slots();
    for (const id of ids) await bend(`update documents set shown_at = shown_at where id = ${id}`);
    await published(own);
    expect(await slots()).toEqual(before);
  });

  test("waits for a section that gets another parent, and is listed by the new one", async () => {
    const own = await anOffice();
    const id = await published(own);
    const moving = await begun();
    await moving.query("update sections set parent_id = $1 where id = $2", [own.elsewhere, own.party]);
    const publishing = await begun();
    const waiting = publishing.query("update documents set shown_at = shown_at - interval '1 hour' where id = $1", [
      id,
    ]);
    await moving.query("commit");
    await waiting;
    await publishing.query("commit");
    expect(await listedIn(id)).toEqual([own.party, own.elsewhere]);
  });
});

/** Numbers from 0 to 1, the same at each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
