import { FAILURES } from "#features/files/failures.ts";
import type { FileRights } from "#features/files/rights.ts";
import { findCut, findFile } from "#features/files/store.ts";
import type { FileWords, KnownFile, PictureFile } from "#features/files/types.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { pictureKey, readCut } from "#features/text/picture-cut.ts";
import { Refusal } from "#lib/refusal.ts";

/** A file as the desk's scripts are told of it: how it stands, and the words that a use of it begins with. */
export type ShownFile = Omit<PictureFile, "id" | "cut" | "failure"> &
  Pick<FileWords, "caption" | "credit" | "alt"> & {
    rights: FileRights;
    /** What whoever brought it can do; null unless it has failed. */
    failure: string | null;
  };

type Asker = Pick<Staff, "siteId" | "grants">;

/**
 * @param cut as texts spell it, where it is asked about; one that no text was saved with yet waits
 * @throws {Refusal} `not_found` where the site has no such file, no cut is spelt so, or whoever asks is not of the site's staff
 */
export async function showFile(staff: Asker, sha256: string, cut = ""): Promise<ShownFile> {
  const found = await fileFor(staff, sha256, cut);
  const { name, mediaType, size, width, height, pages, hasText, state, failure, hidden } = found;
  const { renditions, madeWith, durationMs, codecs } = found;
  return {
    ...{ durationMs, codecs },
    ...{ sha256, name, mediaType, size, width, height, pages, hasText, state, failure: failure && FAILURES[failure] },
    ...{ hidden, renditions, madeWith, placeholder: found.placeholder },
    ...{ caption: found.caption, credit: found.credit, alt: found.alt, rights: found.rights },
  };
}

/** What is known of a file, or of a cut of it, for anybody who has a role on its site. @throws {Refusal} `not_found` */
export async function fileFor({ siteId, grants }: Asker, sha256: string, cut = ""): Promise<KnownFile> {
  const isOne = HASH.test(sha256) && readCut(cut) !== null;
  const found = grants.length > 0 && isOne ? await findFile(siteId, sha256) : null;
  if (!found) throw notThere();
  if (cut === "") return found;
  const made = await findCut(siteId, pictureKey({ file: sha256, cut }));
  const failed = found.state === "failed" ? { state: found.state, failure: found.failure } : {};
  return { ...found, ...(made ?? { ...NOT_ASKED_FOR, ...failed, cut }) };
}

const NOT_ASKED_FOR = {
  ...{ width: null, height: null, state: "waiting", failure: null },
  ...{ renditions: [], madeWith: null, placeholder: "" },
} as const satisfies Partial<PictureFile>;

export const notThere = (): Refusal => new Refusal("not_found", "Không tìm thấy tệp này trên trang.");

const HASH = /^[0-9a-f]{64}$/;
