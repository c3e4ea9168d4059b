import { ne } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { database } from "#db/client.ts";
import { editions } from "#db/schema/editions.ts";
import { grants, people } from "#db/schema/people.ts";
import { sealed } from "#db/seal.ts";
import { oneDatabase } from "#db/testing.ts";
import type { Tx } from "#db/transaction.ts";
import { MADE_WITH } from "#features/files/settings.ts";
import { originalKey, renditionKey, storage } from "#features/files/storage.ts";
import { inEnglish } from "#features/kinds/banner-sentences-english.ts";
import { bannersOf } from "#features/reading/banners.ts";
import { cardsOn, frontPage } from "#features/reading/front.ts";
import { liveArticle, sectionPage, sectionTree, siteByKey } from "#features/reading/queries.ts";
import { makeRenditions } from "#features/renditions/make.ts";
import { keptStorage } from "#features/renditions/testing-files.ts";
import { articlesInOrder } from "./articles/all.ts";
import { DOCUMENTS, documentCalled } from "./documents.ts";
import { PICTURES, pictureCalled } from "./pictures.ts";
import { seedDemo } from "./seed.ts";

const { rows } = oneDatabase();
keptStorage();
const now = new Date("2026-11-22T08:00:00Z");

async function seedPeople(tx: Tx, siteId: number) {
  const person = async (role: "reporter" | "editor" | "approver") => {
    const [made] = await tx
      .insert(people)
      .values(sealed(people, { name: role, email: `${role}@demo.example`, demo: true }))
      .returning();
    const inForce = { givenAt: now, effectiveFrom: now };
    await tx.insert(grants).values(sealed(grants, { personId: made?.id ?? 0, siteId, role, ...inForce }));
    return made?.id ?? 0;
  };
  const [reporterId, editorId] = [await person("reporter"), await person("editor")];
  return { reporterId, editorId, approverId: await person("approver") };
}

const made = async () =>
  (
    await rows(
      "select (select count(*) from sites)::int as sites, (select count(*) from people)::int as people, (select count(*) from files)::int as files",
    )
  )[0];

test("of a demo that is cut short before its accounts were told nothing is left", async () => {
  const cutShort = () => {
    throw new Error("killed");
  };
  await expect(seedDemo(seedPeople, cutShort, now)).rejects.toThrow("killed");
  expect(await made()).toEqual({ sites: 0, people: 0, files: 0 });
});

test("the demo is made once, and its password told once, also by two that begin together", async () => {
  const tell = vi.fn();
  const both = await Promise.all([seedDemo(seedPeople, tell, now), seedDemo(seedPeople, tell, now)]);
  expect(both.toSorted()).toEqual([false, true]);
  expect(await seedDemo(seedPeople, tell, now)).toBe(false);
  expect(tell).toHaveBeenCalledTimes(1);
  expect(await made()).toEqual({ sites: 1, people: 3, files: 1 + PICTURES.length + DOCUMENTS.length });
});

test("its articles are live, and the older ones carry their date and their count", async () => {
  const site = await siteByKey("sen-ho");
  const siteId = site?.id ?? 0;
  expect(site?.demo).toBe(true);
  // What stands at its foot went through the same four eyes as its articles.
  expect(site).toMatchObject({ name: "Cổng thông tin phường Sen Hồ", email: "bientap@sen-ho.example" });
  const front = await frontPage(siteId, null);
  const newest = front.bands[0]?.lists[0]?.slots.map(({ card }) => card) ?? [];
  expect(newest).toHaveLength(5);
  expect(newest[0]?.headline).toBe("Thông đoạn đường dạo cuối cùng, người dân đi bộ được trọn vòng hồ Sen");
  // The editor has chosen the second one.
  expect(front.bands[0]?.lists[0]?.slots.map(({ isPinned }) => isPinned)).toEqual([false, true, false, false, false]);
  expect(newest[1]?.headline).toContain("Lấy ý kiến về dự thảo quy ước dùng mặt nước hồ Sen");
  expect(front.bands.find(({ template }) => template === "tiles")?.tiles).toHaveLength(4);
  // Lists have its lead picture from the first moment, as it was brought.
  expect(newest[0]?.picture?.sources).toMatchObject([{ format: "jpeg", sizes: [{ width: 2400 }] }]);
  expect(front.bands.find(({ template }) => template === "sections")?.lists.length).toBeGreaterThan(3);
  expect(new Set(cardsOn(front).map(({ number }) => number)).size).toBe(cardsOn(front).length);
  const tree = await sectionTree(siteId);
  const party = await sectionPage(siteId, tree.find(({ slug }) => slug === "dang-doan-the")?.id ?? 0, 1);
  expect(party?.path.map(({ name }) => name)).toEqual(["Tin tức - sự kiện", "Đảng - đoàn thể"]);
  const meeting = await liveArticle(siteId, party?.cards[0]?.number ?? 0);
  expect(meeting).toMatchObject({ views: 312, updatedAt: null });
  expect(meeting?.shownAt).toEqual(new Date(now.getTime() - 25.5 * 3_600_000));
});

test("all of its articles are live", async () => {
  const [live] = await rows(
    "select count(*)::int as count from documents where kind = 'article' and visibility = 'live'",
  );
  expect(live).toEqual({ count: articlesInOrder(now).length });
});

test("a planned outage stands above its pages in both languages, for some days and no longer", async () => {
  const { id = 0 } = (await siteByKey("sen-ho")) ?? {};
  const today = new Date();
  const { shown, until } = await bannersOf(id, today);
  expect(shown).toMatchObject([{ level: "outage", words: expect.stringContaining("đường Minh Họa"), link: null }]);
  expect(inEnglish(shown[0]?.words ?? "")).not.toBeNull();
  expect(until).toEqual(shown[0]?.ends);
  expect((until?.getTime() ?? 0) - today.getTime()).toBeLessThan(7 * 24 * 3_600_000);
  expect((await bannersOf(id, new Date(until ?? 0))).shown).toEqual([]);
});

describe("its pictures", () => {
  test("are there for readers at once, as they were drawn, with the words of their table", async () => {
    for (const { sha256, name, width, height, caption, credit, alt } of PICTURES) {
      const size = (await storage().sizeOf(originalKey(sha256))) ?? 0;
      expect(await storage().sizeOf(renditionKey(sha256, 0, { format: "jpeg", width }))).toBe(size);
      const [row] = await rows("select * from files where sha256 = $1", [sha256]);
      expect(row).toMatchObject({
        name: `${name}.jpg`,
        state: "ready",
        made_with: 0,
        width,
        height,
        caption,
        credit,
        alt,
      });
      expect(row).toMatchObject({ renditions: [{ format: "jpeg", width, height, bytes: size }], size: String(size) });
    }
  });
  test("are each made light once, behind whatever others bring", async () => {
    const jobs = await rows(
      "select priority, (data ->> 'fileId')::int as id from jobs.job where name = 'make_renditions'",
    );
    const files = await rows("select id from files");
    expect(jobs.map(({ id }) => id).sort()).toEqual(files.map(({ id }) => id).sort());
    expect(new Set(jobs.map(({ priority }) => priority))).toEqual(new Set([-1]));
  });
  test("keep their words when they are", async () => {
    const { sha256, caption, credit, alt } = pictureCalled("phan-loai-rac");
    const one = async () => (await rows("select * from files where sha256 = $1", [sha256]))[0];
    await makeRenditions({ fileId: Number((await one())?.id) }, new AbortController().signal);
    expect(await one()).toMatchObject({ state: "ready", made_with: MADE_WITH, caption, credit, alt });
  });
});

describe("its papers", () => {
  test("are handed out at once, as they were set", async () => {
    for (const { sha256, name, pages } of DOCUMENTS) {
      expect(await storage().sizeOf(originalKey(sha256))).toBeGreaterThan(10_000);
      const [row] = await rows("select * from files where sha256 = $1", [sha256]);
      expect(row).toMatchObject({ name: `${name}.pdf`, state: "ready", made_with: 0, pages, live: true });
    }
  });
  test("get the picture of their first page, and their words, from the worker", async () => {
    const { sha256, pages } = documentCalled("bao-cao-nam");
    const one = async () => (await rows("select * from files where sha256 = $1", [sha256]))[0];
    await makeRenditions({ fileId: Number((await one())?.id) }, new AbortController().signal);
    expect(await one()).toMatchObject({ made_with: MADE_WITH, pages, text: expect.stringContaining("97,8%") });
    expect((await one())?.renditions.length).toBeGreaterThan(0);
  });
});

test("an article waits for an approver, another is still being written", async () => {
  const states = await database().select({ state: editions.state }).from(editions).where(ne(editions.state, "closed"));
  expect(states.map(({ state }) => state).sort()).toEqual(["draft", "in_review"]);
});
