import { eq } from "drizzle-orm";
import { fileCuts, files } from "#db/schema/files.ts";
import { redirects } from "#db/schema/publishing.ts";
import { sharePictures } from "#db/schema/share-pictures.ts";
import { changeSealed } from "#db/seal.ts";
import { transaction } from "#db/transaction.ts";
import { choose } from "#features/arranging/commands.ts";
import { announce } from "#features/facts/announce.ts";
import { amongRedirects, inList, inSitemap, pictureFact, shareFact } from "#features/facts/facts.ts";
import { MADE_WITH } from "#features/files/settings.ts";
import { renditionsOf } from "#features/files/testing.ts";
import { carryOut } from "#features/moves/commands.ts";
import { seen, storyOf } from "#features/moves/testing.ts";
import { namedNow, renamedByTwo } from "#features/renaming/testing.ts";
import { replaceNear } from "#features/search/near-store.ts";
import { rewritten } from "#features/sites/testing.ts";
import {
  BESIDE_LISTS,
  ENGLISH,
  ENGLISH_CORRECTIONS,
  LISTS,
  PAPER_LISTS,
  type readersPages,
  SITEMAPS,
} from "./testing-pages.ts";
import type { Told } from "./testing-told.ts";

type Site = ReturnType<typeof readersPages>;

/** Changes a row of a table. @returns which pages it makes forgotten beside those that were told of the row */
type Way = (site: Site, id: number) => Promise<(name: string, told: Told) => boolean>;

const none = () => false;
/** What a site says, and what its sections are called, stands on every page of it. */
const ofTheSite = (_: string, { rows }: Told) => [...rows].some((row) => /^(?:sites|sections):/.test(row));
const among = (names: readonly string[]) => (name: string) => names.includes(name);
/** The same of the lists into which something comes: where one goes on, nobody knows how it began. */
const inLists = (more: readonly string[]) => (name: string, told: Told) =>
  [...LISTS, ...BESIDE_LISTS, ...SITEMAPS, ...more].includes(name) ||
  name.startsWith("/api/v1/articles?after=") ||
  isBeside(name, told);
/** An article's page leads to what stands next to it, and something has come in between. */
const isBeside = (name: string, { tables }: Told) => /-\d+$/.test(name) && tables.has("section_listings");

/** What is said in English is listed while readers have the other, which comes and goes. */
const asOriginal = ({ ids }: Site, id: number) =>
  id === ids.first ? [...ENGLISH, ENGLISH_CORRECTIONS] : id === ids.contact ? ENGLISH.slice(0, 1) : [];

/** How a row of each table that pages are told of comes to say something else, by the newsroom's own hand. */
export const WAYS: Readonly<Record<string, Way>> = {
  async documents(site, id) {
    const { office } = site;
    const { document } = await storyOf(office.approver, id);
    if (document.kind === "site") {
      await site.updatedAtRoot(id, { phone: "0200 111 111" });
      return ofTheSite;
    }
    if (document.kind === "banner") {
      await site.updatedAtRoot(id, { words: `Thanh ${id} nói lời khác.` });
      return none;
    }
    if (document.kind === "front") {
      await site.updatedAtRoot(id, { newDays: 30 });
      return none;
    }
    if (document.kind === "page" || document.kind === "topic") {
      await site.updatedAtRoot(id, { title: `Trang ${id}` });
      return among([...SITEMAPS, ...asOriginal(site, id)]);
    }
    if (document.kind === "translation") {
      await site.updatedAtRoot(id, { title: `Story ${id}` });
      return among([...ENGLISH, ...SITEMAPS]);
    }
    if (document.kind === "week") {
      await site.updatedAtRoot(id, { note: `Ghi chú ${id}` });
      return among(SITEMAPS);
    }
    if (document.kind === "paper") {
      if (document.visibility === "withdrawn") await carryOut(site.root.approver, "restore", id, {});
      else await site.updatedAtRoot(id, { effectiveOn: `20${10 + (id % 80)}-03-01` });
      // Whatever it replaces says so, until when it holds.
      return (name, { rows }) =>
        name.startsWith("/van-ban?") ||
        among([...PAPER_LISTS, ...SITEMAPS])(name) ||
        (id === site.ids.paper && rows.has(`documents:${site.ids.older}`));
    }
    switch (document.visibility) {
      case "never_live":
        await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
        return inLists(["/thong-bao"]);
      case "live":
        await site.updated(id, { headline: `Bài ${id}`, standfirst: `Bài ${id} có lời khác.` });
        return among([...SITEMAPS, ...asOriginal(site, id)]);
      case "hidden":
        await carryOut(office.approver, "withdraw", id, { reason: "expired" });
        return none;
      case "withdrawn":
        await carryOut(office.approver, "restore", id, {});
        return inLists([]);
    }
  },

  /** What is chosen is never changed: something else is chosen. */
  async front_choices({ root, ids }) {
    await choose(root.editor, { sectionId: null, base: 1, over: 1 }, () => [
      { band: "lead", slot: 0, article: ids.plain, until: null },
    ]);
    return none;
  },

  /** What is near by its text is another one once others have come. Whoever compares texts says what is said here. */
  async near_texts({ office: { siteId } }, id) {
    await transaction(async (tx) => {
      await replaceNear(tx, [id], []);
      await announce(tx, siteId, [inList("near", id)]);
    });
    return none;
  },

  async sections({ office: { siteId, admin }, root: { approver } }, id) {
    await renamedByTwo({ admin, approver }, id, `Mục ${id}`, (await namedNow(siteId, id))?.slug);
    return ofTheSite;
  },

  async sites(_, id) {
    await rewritten(id, "site", id, { host: "phuong-thu.example" });
    return ofTheSite;
  },

  /** The same of a part of one: whoever shows the picture whole is told as well, for it is said of the file. */
  async file_cuts({ office: { siteId } }, id) {
    const [cut] = await transaction(async (tx) => {
      const change = { renditions: renditionsOf(700, 500), madeWith: MADE_WITH + 1 };
      const changed = await tx.update(fileCuts).set(change).where(eq(fileCuts.id, id)).returning();
      await announce(
        tx,
        siteId,
        changed.map(({ fileId }) => pictureFact(fileId)),
      );
      return changed;
    });
    return (_, { rows }) => rows.has(`files:${cut?.fileId}`);
  },

  /** Drawn anew of other words. Whoever draws it says what is said here. */
  async share_pictures({ office: { siteId } }, id) {
    await transaction(async (tx) => {
      await tx
        .update(sharePictures)
        .set({ sha256: "f".repeat(64) })
        .where(eq(sharePictures.documentId, id));
      await announce(tx, siteId, [shareFact(id)]);
    });
    return none;
  },

  async tags({ office: { siteId } }, id) {
    await rewritten(siteId, "tag", id, { name: `Từ khóa ${id}` });
    return none;
  },

  /** Pictures are made anew under other settings. Whoever makes them says what is said here. */
  async files({ office: { siteId } }, id) {
    await transaction(async (tx) => {
      await tx
        .update(files)
        .set({ renditions: renditionsOf(900, 600), madeWith: MADE_WITH + 1 })
        .where(eq(files.id, id));
      await announce(tx, siteId, [pictureFact(id), inSitemap(siteId)]);
    });
    return among(SITEMAPS);
  },

  /** No command leads an address elsewhere yet. Whoever does says what those say who keep one. */
  async redirects({ office: { siteId }, ids }, id) {
    await transaction(async (tx) => {
      await changeSealed(tx, redirects, eq(redirects.id, id), () => ({ toDocumentId: ids.contact }));
      await announce(tx, siteId, [amongRedirects(siteId)]);
    });
    return (_, { tables }) => tables.has("redirects");
  },
};

/** Rows that never change, or with a document alone: what readers get of it is another text then. */
export const OF_DOCUMENTS: readonly string[] = [
  "revisions",
  "editions",
  "revision_files",
  "lead_pictures",
  "listings",
  "papers",
  "paper_replacements",
];

/** What is read beside the rows, and why no page need be forgotten for it alone. */
export const BESIDE: Readonly<Record<string, string>> = {
  section_listings: "an article stands in it for as long as its document says so",
  listing_months: "counted from section_listings",
  listing_days: "counted from section_listings",
  listed_months: "counted from listings",
  listed_days: "counted from listings",
  authors: "an author's address never changes, and who is named is what the texts say that are live",
  section_slugs: "an old address leads to a section, which says to all pages what it is called",
  view_days: "counted as article_views is",
  article_views: "a page says how often it was read when it was drawn (KEEP_FOR_MS)",
};
