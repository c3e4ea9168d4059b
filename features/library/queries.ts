import { placeOf, type Search, saidIn } from "#features/desk/address.ts";
import { COUNTED } from "#features/desk/lines.ts";
import { everWrote, ranksOf } from "#features/desk/lists-store.ts";
import { deedsOf } from "#features/files/deeds-store.ts";
import { FAILURES } from "#features/files/failures.ts";
import type { SaidBefore } from "#features/files/rights.ts";
import type { DeedLine } from "#features/files/types.ts";
import { notThere, type ShownFile } from "#features/uploads/show-file.ts";
import { HOUR_MS } from "#lib/dates.ts";
import { type BesideFile, goesAlong } from "./beside.ts";
import { besideOf } from "./beside-store.ts";
import type { Collection } from "./collections.ts";
import { collectionsOf, collectionsWith } from "./collections-store.ts";
import { type Asked, askedIn, DAYS_IN_BIN, lastOf, type MayGo } from "./deeds.ts";
import { type FileFilter, fileFilterOf } from "./filter.ts";
import { binnedFiles, countBinned, keptFromReaders, waitingErasures } from "./going-store.ts";
import { countFound, filesFound } from "./list-store.ts";
import type { Chosen } from "./many.ts";
import { decides, type Looker, mayChange, mayCollect, mayErase, mayShow, refuseStrangers } from "./may.ts";
import { endedLive, lastOf as lastRightsOf, rightsHistory } from "./rights-store.ts";
import { findChosen, findDetails } from "./store.ts";
import {
  type Bin,
  type Ended,
  type ErasureWaiting,
  FILES_ON_A_PAGE,
  type FileList,
  type FilePage,
  type KeptFromReaders,
  type LibraryFile,
  MOST_CHOSEN,
  type Offered,
  type RightsLine,
  type Tombstone,
} from "./types.ts";
import type { FileUses } from "./uses.ts";
import { usesOf } from "./uses-store.ts";

/** One page of the site's files. @throws {Refusal} `not_allowed` to whoever has no say over articles */
export async function fileList(staff: Looker, filter: FileFilter): Promise<FileList> {
  refuseStrangers(staff);
  const [{ files, first, last, goesOn }, total] = await Promise.all([
    filesFound(staff.siteId, filter),
    countFound(staff.siteId, filter),
  ]);
  const isBack = filter.cursor?.way === "before";
  return {
    files,
    total: Math.min(total, COUNTED),
    isMore: total > COUNTED,
    before: (isBack ? goesOn : filter.cursor !== null) ? first : null,
    after: isBack || goesOn ? last : null,
  };
}

/** Whom the library can be narrowed to: everybody who writes, or wrote, on the site. */
export const bringers = (siteId: number): Promise<{ id: number; name: string }[]> => everWrote(siteId);

/** The site's collections by name, and whether this person may rename and forget each. @throws {Refusal} `not_allowed` as above */
export async function allCollections(staff: Looker): Promise<(Collection & { mayChange: boolean })[]> {
  refuseStrangers(staff);
  return (await collectionsOf(staff.siteId)).map((one) => ({ ...one, mayChange: mayCollect(staff, one) }));
}

/** The collections that any of these files lie in, and how many of them. @throws {Refusal} `not_allowed` as above */
export async function collectionsOfFiles(staff: Looker, fileIds: readonly number[]): Promise<Collection[]> {
  refuseStrangers(staff);
  return collectionsWith(staff.siteId, fileIds.slice(0, MOST_CHOSEN));
}

/** What somebody has said last of the right to a picture; null before they have. @throws {Refusal} `not_allowed` as above */
export async function lastRights(staff: Looker): Promise<SaidBefore | null> {
  refuseStrangers(staff);
  const last = await lastRightsOf(staff.siteId, staff.personId);
  if (last === null) return null;
  const { owner, licence, licenceName, licenceEnd, rightsNote } = last;
  return { owner, licence, licenceName, licenceEnd, rightsNote };
}

/** What was said of a file's rights, each time, the newest first. @throws {Refusal} `not_allowed` as above, `not_found` for what is no hash */
export async function fileRightsHistory(staff: Looker, sha256: string): Promise<RightsLine[]> {
  refuseStrangers(staff);
  if (!HASH.test(sha256)) throw notThere();
  return rightsHistory(staff.siteId, sha256);
}

/** Files shown to readers though their licence has ended: for whoever can do something about it, and nobody else. */
export async function endedFiles(staff: Looker): Promise<{ files: Ended[]; total: number }> {
  return decides(staff) ? endedLive(staff.siteId, ON_CARD) : { files: [], total: 0 };
}

/** Lines of a card on the desk's home. */
const ON_CARD = 5;

/** A file's own page. @throws {Refusal} `not_allowed` as above, `not_found` */
export async function fileDetails(staff: Looker, sha256: string): Promise<FilePage> {
  refuseStrangers(staff);
  const found = HASH.test(sha256) ? await findDetails(staff.siteId, sha256) : null;
  if (!found) throw notThere();
  const { uploadedBy, ...file } = found;
  const deeds = await deedsOf(staff.siteId, sha256);
  const mine = mayChange(staff, { uploadedBy });
  const asked = askedIn(deeds);
  const binned = file.binnedAt === null ? null : inBin(file.binnedAt, lastOf(deeds, "binned")?.by ?? null);
  return {
    ...{ ...file, mayChange: mine, mayLetIn: decides(staff) },
    going: { hidden: file.hidden ? lastOf(deeds, "hidden") : null, binned, asked, deeds },
    may: mayGo(staff, { ...file, uploadedBy }, asked),
    beside: await filesBesideOf(staff, sha256, deeds),
  };
}

type Standing = { uploadedBy: number; hidden: boolean; used: boolean; binnedAt: Date | null };

function mayGo(staff: Looker, file: Standing, asked: Asked | null): MayGo {
  const [mine, binned] = [mayChange(staff, file), file.binnedAt !== null];
  return {
    ...{ hide: decides(staff) && !file.hidden, show: mayShow(staff) && file.hidden && asked === null },
    ...{ bin: mine && !binned && !file.used, restore: mine && binned },
    ...{ ask: decides(staff) && asked === null, withdraw: decides(staff) && asked !== null },
    erase: asked !== null && mayErase(staff, asked),
  };
}

/**
 * What belongs to a video, and what each press of that would do with it.
 * @param deeds what was done with the video, where that is known already
 * @throws {Refusal} `not_allowed` as above
 */
export async function filesBesideOf(staff: Looker, sha256: string, deeds?: DeedLine[]): Promise<BesideFile[]> {
  refuseStrangers(staff);
  const found = await besideOf(staff.siteId, sha256);
  if (found.length === 0) return [];
  const video = deeds ?? (await deedsOf(staff.siteId, sha256));
  return Promise.all(
    found.map(async ({ uploadedBy, used, binnedAt, isApart, isKept, ...file }) => {
      const done = await deedsOf(staff.siteId, file.sha256);
      const isBinned = binnedAt !== null;
      const may = mayGo(staff, { uploadedBy, used, binnedAt, hidden: file.hidden }, askedIn(done));
      const does = goesAlong({ may, used, isApart, isKept, isBinned }, { video, file: done });
      return { ...file, isHidden: file.hidden, isBinned, does };
    }),
  );
}

/** What is left of a file that was erased; null where none of that hash was. @throws {Refusal} `not_allowed` as above */
export async function erasedFile(staff: Looker, sha256: string): Promise<Tombstone | null> {
  refuseStrangers(staff);
  const deeds = HASH.test(sha256) ? await deedsOf(staff.siteId, sha256) : [];
  const erased = deeds.find(({ kind }) => kind === "erased" || kind === "erased_again");
  const swept = lastOf(deeds, "swept", "erased", "erased_again");
  return erased ? { sha256, number: erased.id, at: erased.at, deeds, isSwept: swept?.kind === "swept" } : null;
}

/** A page of what is in the bin, those last put there first. @throws {Refusal} `not_allowed` as above */
export async function bin(staff: Looker, search: Search): Promise<Bin> {
  refuseStrangers(staff);
  const cursor = saidIn(search).cursor();
  const [found, total] = await Promise.all([
    binnedFiles(staff.siteId, cursor, FILES_ON_A_PAGE + 1),
    countBinned(staff.siteId),
  ]);
  const page = found.slice(0, FILES_ON_A_PAGE);
  const last = found.length > FILES_ON_A_PAGE ? page.at(-1) : undefined;
  return {
    files: page.map((file) => ({ ...file, ...inBin(file.at, file.by), mayRestore: mayChange(staff, file) })),
    total,
    next: last ? { way: "after", at: last.place, id: last.id } : null,
  };
}

const inBin = (at: Date, by: string | null) => ({ by, at, until: new Date(at.getTime() + DAYS_IN_BIN * 24 * HOUR_MS) });

/** Erasures that wait for a second person, for whoever could have asked for one; none for anybody else. */
export async function erasuresFor(staff: Looker): Promise<ErasureWaiting[]> {
  if (!decides(staff)) return [];
  const found = await waitingErasures(staff.siteId);
  return found.map((one) => ({ ...one, mayErase: mayErase(staff, one), isMine: one.byId === staff.personId }));
}

/** What no reader may have of all that a document shows. Whoever asks may see the document. */
export const keptFrom = (documentId: number): Promise<KeptFromReaders[]> => keptFromReaders(documentId);

const HASH = /^[0-9a-f]{64}$/;

/** Where a file is used. @throws {Refusal} `not_allowed` as above, `not_found` for what is no hash */
export async function fileUses(staff: Looker, sha256: string, before: number | null): Promise<FileUses> {
  refuseStrangers(staff);
  if (!HASH.test(sha256)) throw notThere();
  return usesOf(await ranksOf(staff), sha256, before);
}

/**
 * Files that a text may be given, the newest first: pictures, if it is not said which kind.
 * @param search what the address says, as the library's own page reads it
 * @throws {Refusal} `not_allowed` as above
 */
export async function offeredFiles(staff: Looker, search: Readonly<Record<string, string>>): Promise<Offered> {
  refuseStrangers(staff);
  const filter = fileFilterOf(search);
  const asked = { ...filter, kind: filter.kind ?? "picture", onlyUsable: true };
  const [{ files, last, goesOn }, all] = await Promise.all([
    filesFound(staff.siteId, asked),
    filter.cursor === null ? collectionsOf(staff.siteId) : [],
  ]);
  return {
    files: files.map(told),
    next: goesOn ? placeOf(last) : null,
    collections: all.map(({ id, name }) => ({ id, name })),
  };
}

function told({ id: _, used: _used, live: _live, at: _at, by: _by, failure, ...file }: LibraryFile): ShownFile {
  return { ...file, failure: failure && FAILURES[failure] };
}

/** Pictures of the library that look nearly like one, the newest first, a page at most. @throws {Refusal} `not_allowed` as above */
export async function picturesLike(staff: Looker, sha256: string): Promise<LibraryFile[]> {
  refuseStrangers(staff);
  return (await filesFound(staff.siteId, { ...fileFilterOf({}), alike: sha256 })).files;
}

/** The files that somebody has chosen, as far as the site has them. @throws {Refusal} `not_allowed` as above */
export async function chosenFiles(staff: Looker, ids: readonly number[]): Promise<Chosen[]> {
  refuseStrangers(staff);
  const found = ids.length === 0 ? [] : await findChosen(staff.siteId, ids.slice(0, MOST_CHOSEN));
  return found.map(({ uploadedBy, ...file }) => ({ ...file, mayChange: mayChange(staff, { uploadedBy }) }));
}
