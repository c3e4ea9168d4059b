import { placeOf } from "#features/desk/address.ts";
import { COUNTED } from "#features/desk/lines.ts";
import { everWrote, ranksOf } from "#features/desk/lists-store.ts";
import { FAILURES } from "#features/files/failures.ts";
import type { SaidBefore } from "#features/files/rights.ts";
import { rankAnywhere } from "#features/roles/roles.ts";
import { notThere, type ShownFile } from "#features/uploads/show-file.ts";
import type { Collection } from "./collections.ts";
import { collectionsOf, collectionsWith } from "./collections-store.ts";
import { type FileFilter, fileFilterOf } from "./filter.ts";
import { countFound, filesFound } from "./list-store.ts";
import type { Chosen } from "./many.ts";
import { type Looker, mayChange, mayCollect, mayLetIn, refuseStrangers } from "./may.ts";
import { endedLive, lastOf, rightsHistory } from "./rights-store.ts";
import { findChosen, findDetails } from "./store.ts";
import {
  type Ended,
  type FileDetails,
  type FileList,
  type LibraryFile,
  MOST_CHOSEN,
  type Offered,
  type RightsLine,
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
  const last = await lastOf(staff.siteId, staff.personId);
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
  return rankAnywhere(staff) >= 2 ? endedLive(staff.siteId, ON_CARD) : { files: [], total: 0 };
}

/** Lines of a card on the desk's home. */
const ON_CARD = 5;

/** A file's own page. @throws {Refusal} `not_allowed` as above, `not_found` */
export async function fileDetails(staff: Looker, sha256: string): Promise<FileDetails & Powers> {
  refuseStrangers(staff);
  const found = HASH.test(sha256) ? await findDetails(staff.siteId, sha256) : null;
  if (!found) throw notThere();
  const { uploadedBy, ...file } = found;
  return { ...file, mayChange: mayChange(staff, { uploadedBy }), mayLetIn: mayLetIn(staff) };
}

/** What a person may do with a file: say other words of it, let in what runs in it. */
type Powers = { mayChange: boolean; mayLetIn: boolean };

const HASH = /^[0-9a-f]{64}$/;

/** Where a file is used. @throws {Refusal} `not_allowed` as above, `not_found` for what is no hash */
export async function fileUses(staff: Looker, sha256: string, before: number | null): Promise<FileUses> {
  refuseStrangers(staff);
  if (!HASH.test(sha256)) throw notThere();
  return usesOf(await ranksOf(staff), sha256, before);
}

/**
 * Pictures that a text may be given, the newest first.
 * @param search what the address says, as the library's own page reads it
 * @throws {Refusal} `not_allowed` as above
 */
export async function offeredFiles(staff: Looker, search: Readonly<Record<string, string>>): Promise<Offered> {
  refuseStrangers(staff);
  const filter = { ...fileFilterOf(search), kind: "picture", onlyUsable: true } as const;
  const [{ files, last, goesOn }, all] = await Promise.all([
    filesFound(staff.siteId, filter),
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
