import { originalPath, staffPicturePath } from "#features/addresses/desk.ts";
import { erasedAmong } from "#features/files/deeds-store.ts";
import { type Pictures, shownOf, wasErased, whyNotThere } from "#features/files/picture.ts";
import { findPictures } from "#features/files/store.ts";
import { usesOf } from "#features/text/figures.ts";
import type { Content, Kind } from "#features/text/kind.ts";
import { partsOf } from "#features/text/picture-cut.ts";

/** The pictures and documents of some texts as staff get them, by what is shown of which file (`pictureKey`); of one that is not there, why. */
export async function picturesForStaff(siteId: number, kind: Kind, ...contents: Content[]): Promise<Pictures> {
  const uses = [...new Set(contents.flatMap((content) => usesOf(kind, content)))];
  const found = await findPictures(siteId, uses);
  const there = shownOf(
    found.filter(({ hidden }) => !hidden),
    staffPicturePath,
    originalPath,
  );
  const erased = await erasedAmong(siteId, [...new Set(uses.map((use) => partsOf(use).file))]);
  return new Map(
    uses.map((use) => {
      const { file, cut } = partsOf(use);
      const number = erased.get(file);
      const missing = () => (number === undefined ? notThere() : wasErased(number));
      const notThere = () =>
        whyNotThere(
          found.find((one) => one.sha256 === file && one.cut === cut),
          cut,
        );
      return [use, there.get(use) ?? { why: missing() }] as const;
    }),
  );
}
