import { originalPath, staffPicturePath } from "#features/addresses/desk.ts";
import { erasedAmong } from "#features/files/deeds-store.ts";
import { VTT } from "#features/files/media.ts";
import { type Pictures, shownOf, wasErased, whyNotThere } from "#features/files/picture.ts";
import { findPictures, wordsOfSubtitles } from "#features/files/store.ts";
import { usesOf } from "#features/text/figures.ts";
import type { Content, Kind } from "#features/text/kind.ts";
import { partsOf } from "#features/text/picture-cut.ts";

/** What some texts show, hand out and play as staff get it, by what is shown of which file (`pictureKey`); of one that is not there, why. */
export async function picturesForStaff(siteId: number, kind: Kind, ...contents: Content[]): Promise<Pictures> {
  const uses = [...new Set(contents.flatMap((content) => usesOf(kind, content)))];
  const found = await findPictures(siteId, uses);
  const there = shownOf(
    found.filter(({ hidden }) => !hidden),
    staffPicturePath,
    originalPath,
  );
  const subtitles = found.filter(({ mediaType }) => mediaType === VTT).map(({ sha256 }) => sha256);
  for (const [hash, words] of await wordsOfSubtitles(siteId, subtitles)) {
    const handout = there.get(hash);
    if (handout && "about" in handout) there.set(hash, { ...handout, words });
  }
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
