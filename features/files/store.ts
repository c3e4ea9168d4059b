import { and, eq, inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { fileCuts, files } from "#db/schema/files.ts";
import type { Tx } from "#db/transaction.ts";
import type { FileFacts, FileState } from "#features/text/gaps.ts";
import { partsOf } from "#features/text/picture-cut.ts";
import { isErased } from "./deeds-store.ts";
import type { Failure } from "./failures.ts";
import { VTT } from "./media.ts";
import { factsOfRights } from "./rights.ts";
import { MADE_WITH } from "./settings.ts";
import type { FileWords, KnownFile, PictureFile, RightsNoted } from "./types.ts";

const original = { id: files.id, sha256: files.sha256, name: files.name, mediaType: files.mediaType, size: files.size };

/** What is known of a file, as its columns. Its text is not among them: it may be a million letters. */
export const shown = {
  ...{ ...original, cut: sql<string>`''` },
  ...{ width: files.width, height: files.height, state: files.state, renditions: files.renditions },
  ...{ madeWith: files.madeWith, placeholder: files.placeholder, failure: sql<Failure | null>`${files.failure}` },
  ...{ hidden: files.hidden, pages: files.pages, hasText: sql<boolean>`${files.text} <> ''` },
  ...{ durationMs: files.durationMs, codecs: files.codecs },
};
/** The same of a cut of one. Of a file that has failed there is none, and nobody makes one. */
export const shownCut = {
  ...{ ...original, cut: fileCuts.cut },
  ...{ width: fileCuts.width, height: fileCuts.height, renditions: fileCuts.renditions },
  state: sql<PictureFile["state"]>`case ${files.state} when 'failed' then 'failed' else ${fileCuts.state} end`,
  failure: sql<Failure | null>`coalesce(${files.failure}, ${fileCuts.failure})`,
  ...{ madeWith: fileCuts.madeWith, placeholder: fileCuts.placeholder, pages: files.pages },
  ...{ hidden: files.hidden, hasText: sql<boolean>`false`, durationMs: files.durationMs, codecs: files.codecs },
};
/** By what right it is shown, as that stands today. */
export const rights = {
  ...{ owner: files.owner, licence: files.licence, licenceName: files.licenceName, licenceEnd: files.licenceEnd },
  ...{ rightsNote: files.rightsNote, peopleShown: files.peopleShown, childrenBasis: files.childrenBasis },
  ...{ consentHolder: files.consentHolder, ai: files.ai },
  ...{ asksRights: files.asksRights, rightsVersion: files.rightsVersion },
  hasEnded: sql<boolean>`coalesce(files.licence_end < today_here(), false)`,
};
const words = {
  ...{ caption: files.caption, credit: files.credit, alt: files.alt, creator: files.creator },
  ...{ copyright: files.copyright, keywords: files.keywords, takenAt: files.takenAt },
};

/**
 * What is known of these pictures on a site, in no order; those that it does not have are left out, and cuts that were not asked for.
 * @param uses as `pictureKey` spells them
 */
export async function findPictures(siteId: number, uses: readonly string[], db = database()): Promise<PictureFile[]> {
  const hashes = uses.filter((use) => partsOf(use).cut === "");
  const whole =
    hashes.length === 0
      ? []
      : await db
          .select(shown)
          .from(files)
          .where(and(eq(files.siteId, siteId), inArray(files.sha256, hashes), eq(files.erased, false)));
  return [...whole, ...(await findCuts(siteId, uses, db))];
}

/** Of what somebody shows, the cuts that were asked for. */
async function findCuts(siteId: number, uses: readonly string[], db: Pick<Tx, "select">): Promise<PictureFile[]> {
  const pairs = uses.flatMap((use) => {
    const { file, cut } = partsOf(use);
    return cut === "" ? [] : [sql`(${file}, ${cut})`];
  });
  if (pairs.length === 0) return [];
  const isAsked = sql`(${files.sha256}, ${fileCuts.cut}) in (${sql.join(pairs, sql`, `)})`;
  return db
    .select(shownCut)
    .from(fileCuts)
    .innerJoin(files, eq(files.id, fileCuts.fileId))
    .where(and(eq(files.siteId, siteId), isAsked, eq(files.erased, false)));
}

/**
 * How each of these files stands on a site, also those that it does not have. A cut that nobody has asked for yet waits with its
 * file, and fails with it.
 * @param uses as `pictureKey` spells them
 */
export async function statesOf(tx: Tx, siteId: number, uses: readonly string[]): Promise<Map<string, FileFacts>> {
  if (uses.length === 0) return new Map();
  const hashes = [...new Set(uses.map((use) => partsOf(use).file))];
  const state = sql<FileState>`case when ${files.hidden} then 'hidden' else ${files.state} end`;
  const there = await tx
    .select({ sha256: files.sha256, state, mediaType: files.mediaType, hasText: shown.hasText, rights })
    .from(files)
    .where(and(eq(files.siteId, siteId), inArray(files.sha256, hashes), eq(files.erased, false)));
  const originals = new Map(
    // What readers do not get needs no right.
    there.map(({ sha256, rights, ...known }): [string, FileFacts] => [
      sha256,
      known.state === "hidden" ? known : { ...known, rights: factsOfRights(rights) },
    ]),
  );
  const cuts = new Map((await findCuts(siteId, uses, tx)).map((one) => [`${one.sha256}/${one.cut}`, one.state]));
  return new Map(
    uses.map((use): [string, FileFacts] => {
      const { file, cut } = partsOf(use);
      const facts = originals.get(file);
      if (cut === "" || facts === undefined || facts.state === "hidden") return [use, facts ?? { state: "missing" }];
      return [use, { ...facts, state: cuts.get(use) ?? (facts.state === "failed" ? "failed" : "waiting") }];
    }),
  );
}

/** The same of a cut of one; null where nobody has asked for it. */
export async function findCut(siteId: number, use: string): Promise<PictureFile | null> {
  const [found] = await findCuts(siteId, [use], database());
  return found ?? null;
}

/** The words of subtitles on a site, by their hashes; what is none, or has none, is left out. */
export async function wordsOfSubtitles(siteId: number, hashes: readonly string[]): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map();
  const isTheirs = and(eq(files.siteId, siteId), inArray(files.sha256, [...hashes]), eq(files.erased, false));
  const found = await database()
    .select({ sha256: files.sha256, text: files.text })
    .from(files)
    .where(and(isTheirs, eq(files.mediaType, VTT)));
  return new Map(found.map(({ sha256, text }) => [sha256, text]));
}

/** What is known of one, with the words that a use of it begins with, and the right to it. */
export async function findFile(siteId: number, sha256: string): Promise<KnownFile | null> {
  const [found] = await database()
    .select({ ...shown, ...words, rights })
    .from(files)
    .where(and(eq(files.siteId, siteId), eq(files.sha256, sha256), eq(files.erased, false)));
  return found ?? null;
}

/** By what right these files are shown, in no order, each as it is called; those that a site does not have are left out. */
export async function rightsOf(siteId: number, hashes: readonly string[]) {
  if (hashes.length === 0) return [];
  return database()
    .select({ sha256: files.sha256, called: sql<string>`coalesce(nullif(files.caption, ''), files.name)`, rights })
    .from(files)
    .where(and(eq(files.siteId, siteId), inArray(files.sha256, [...hashes]), eq(files.erased, false)));
}

/** Until the transaction ends nobody else lists a file of these bytes, or takes them away as nobody's. */
export async function lockBytes(tx: Tx, sha256: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`bytes ${sha256}`}, 0))`);
}

/** Whether any site waits for what will be made of these bytes, or has it. */
export async function isInUse(tx: Tx, sha256: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.sha256, sha256), eq(files.erased, false), inArray(files.state, ["waiting", "ready"])))
    .limit(1);
  return found !== undefined;
}

export type NewFile = Pick<
  typeof files.$inferInsert,
  "siteId" | "sha256" | "mediaType" | "name" | "size" | "uploadedBy" | "asksRights"
>;

/**
 * Puts a file on a site's list. The same bytes are one file: whoever brings them again, or at the same time, gets that one.
 * @returns null where the site has erased it
 */
export async function insertFile(
  tx: Tx,
  file: NewFile,
): Promise<{ id: number; isNew: boolean; isBinned: boolean } | null> {
  await lockBytes(tx, file.sha256);
  if (await isErased(file.siteId, file.sha256, tx)) return null;
  const [made] = await tx.insert(files).values(file).onConflictDoNothing().returning({ id: files.id });
  if (made) return { id: made.id, isNew: true, isBinned: false };
  const [there] = await tx
    .select({ id: files.id, isBinned: sql<boolean>`${files.binnedAt} is not null` })
    .from(files)
    .where(and(eq(files.siteId, file.siteId), eq(files.sha256, file.sha256)))
    .for("no key update");
  if (!there) throw new Error(`File ${file.sha256} of site ${file.siteId} is neither new nor there`);
  return { ...there, isNew: false };
}

/** Lets a file that has failed wait once more. @returns whether it had */
export async function makeAgain(tx: Tx, fileId: number): Promise<boolean> {
  const { rowCount } = await tx
    .update(files)
    .set({ state: "waiting", failure: null })
    .where(and(eq(files.id, fileId), eq(files.state, "failed")));
  return rowCount === 1;
}

/** Lets a document that was stopped for its macros wait once more, to be taken with them. @returns whether it was stopped so */
export async function letMacrosIn(tx: Tx, fileId: number, by: number): Promise<boolean> {
  const { rowCount } = await tx
    .update(files)
    .set({ state: "waiting", failure: null, macrosBy: by })
    .where(and(eq(files.id, fileId), eq(files.state, "failed"), eq(files.failure, "macros")));
  return rowCount === 1;
}

/** What the worker has to know of a file; null where there is none. */
export async function findToMake(fileId: number) {
  const [found] = await database()
    .select({
      ...{ siteId: files.siteId, sha256: files.sha256, state: files.state, madeWith: files.madeWith },
      ...{ mediaType: files.mediaType, size: files.size, failure: shown.failure },
      withMacros: sql<boolean>`${files.macrosBy} is not null`,
    })
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.erased, false)));
  return found ?? null;
}

/** What was made of a picture or of a part of it, in pixels of what is left. */
export type MadePicture = Pick<typeof files.$inferSelect, "width" | "height" | "renditions" | "placeholder">;

/** What a file turned out to be, and what was made of it. */
export type Made = MadePicture &
  Pick<typeof files.$inferSelect, "pages" | "text" | "likeness" | "durationMs" | "codecs">;

/**
 * Says of a file what has been made of it. What the camera says is taken the first time, where nobody has said anything yet: made
 * anew, a picture brings back no word that was taken away.
 * @returns whether the file is there still
 */
export async function keepMade(
  tx: Tx,
  fileId: number,
  made: Made,
  said: Partial<FileWords & RightsNoted>,
): Promise<boolean> {
  const ifEmpty = (name: "caption" | "credit" | "alt" | "creator" | "copyright") =>
    sql`case when ${files.madeWith} is null and ${files[name]} = '' then ${said[name] ?? ""} else ${files[name]} end`;
  const keywords = sql.param(said.keywords ?? [], files.keywords);
  const takenAt = sql.param(said.takenAt ?? null, files.takenAt);
  const { rowCount } = await tx
    .update(files)
    .set({
      ...made,
      ...{ state: "ready", failure: null, madeWith: MADE_WITH },
      ...{ caption: ifEmpty("caption"), credit: ifEmpty("credit"), alt: ifEmpty("alt") },
      ...{ creator: ifEmpty("creator"), copyright: ifEmpty("copyright") },
      keywords: sql`case when ${files.madeWith} is null and ${files.keywords} = '{}' then ${keywords} else ${files.keywords} end`,
      // Whoever has the words of before on the screen is told.
      version: sql`${files.version} + case when ${files.madeWith} is null then 1 else 0 end`,
      ...rightsIfUnsaid(said),
      takenAt: sql`case when ${files.madeWith} is null and ${files.takenAt} is null then ${takenAt}::timestamptz else ${files.takenAt} end`,
    })
    .where(and(eq(files.id, fileId), eq(files.erased, false)));
  return rowCount === 1;
}

/**
 * What the picture says of the right to it, taken once as its words are, where nobody has said that: somebody may have answered for
 * it before it was looked into, and a picture that calls itself made by a program is called so all the same. It is nobody's word.
 */
function rightsIfUnsaid({ owner, licenceName, licenceEnd, ai }: Partial<RightsNoted>) {
  if (ai === undefined) return {};
  const isFirst = sql`${files.madeWith} is null`;
  const mayBeFree = sql`coalesce(${files.licence} = 'free', true)`;
  return {
    owner: sql`case when ${isFirst} and ${files.owner} = '' then ${owner ?? ""} else ${files.owner} end`,
    licenceName: sql`case when ${isFirst} and ${files.licenceName} = '' and ${mayBeFree} then ${licenceName ?? ""}
      else ${files.licenceName} end`,
    licenceEnd: sql`case when ${isFirst} then coalesce(${files.licenceEnd}, ${licenceEnd ?? null}::date) else ${files.licenceEnd} end`,
    ai: sql`case when ${isFirst} and ${files.ai} = 'none' then ${ai} else ${files.ai} end`,
    rightsBy: sql`case when ${isFirst} then null else ${files.rightsBy} end`,
  };
}

/** A file that readers have already stays as they have it. @returns whether it has failed by this */
export async function keepFailure(tx: Tx, fileId: number, failure: Failure): Promise<boolean> {
  const { rowCount } = await tx
    .update(files)
    .set({ state: "failed", failure })
    .where(and(eq(files.id, fileId), eq(files.state, "waiting")));
  return rowCount === 1;
}
