import { FAILURES } from "#features/files/failures.ts";
import { findFile } from "#features/files/store.ts";
import type { FileWords, PictureFile } from "#features/files/types.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { Refusal } from "#lib/refusal.ts";

/** A file as the desk's scripts are told of it: how it stands, and the words that a use of it begins with. */
export type ShownFile = Omit<PictureFile, "id" | "failure"> &
  Pick<FileWords, "caption" | "credit" | "alt"> & {
    /** What whoever brought it can do; null unless it has failed. */
    failure: string | null;
  };

type Asker = Pick<Staff, "siteId" | "grants">;

/** @throws {Refusal} `not_found` where the site has no such file, or whoever asks is not of the site's staff */
export async function showFile(staff: Asker, sha256: string): Promise<ShownFile> {
  const found = await fileFor(staff, sha256);
  const { name, mediaType, size, width, height, pages, hasText, state, failure, renditions, madeWith } = found;
  return {
    ...{ sha256, name, mediaType, size, width, height, pages, hasText, state, failure: failure && FAILURES[failure] },
    ...{ renditions, madeWith, placeholder: found.placeholder },
    ...{ caption: found.caption, credit: found.credit, alt: found.alt },
  };
}

/** What is known of a file, for anybody who has a role on its site. @throws {Refusal} `not_found` */
export async function fileFor({ siteId, grants }: Asker, sha256: string): Promise<PictureFile & FileWords> {
  const found = grants.length > 0 && HASH.test(sha256) ? await findFile(siteId, sha256) : null;
  if (!found) throw notThere();
  return found;
}

export const notThere = (): Refusal => new Refusal("not_found", "Không tìm thấy tệp này trên trang.");

const HASH = /^[0-9a-f]{64}$/;
