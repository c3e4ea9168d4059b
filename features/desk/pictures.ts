import { originalPath, staffPicturePath } from "#features/addresses/desk.ts";
import { type Pictures, shownOf, whyNotThere } from "#features/files/picture.ts";
import { findPictures } from "#features/files/store.ts";
import { filesOf } from "#features/text/figures.ts";
import type { Content, Kind } from "#features/text/kind.ts";

/** The pictures and documents of some texts as staff get them, by the hashes of their files; of one that is not there, why. */
export async function picturesForStaff(siteId: number, kind: Kind, ...contents: Content[]): Promise<Pictures> {
  const hashes = [...new Set(contents.flatMap((content) => filesOf(kind, content)))];
  const found = await findPictures(siteId, hashes);
  const there = shownOf(found, staffPicturePath, originalPath);
  return new Map(
    hashes.map((hash) => {
      const missing = { why: whyNotThere(found.find(({ sha256 }) => sha256 === hash)) };
      return [hash, there.get(hash) ?? missing] as const;
    }),
  );
}
