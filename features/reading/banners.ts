import { type BannerContent, bannerCardOf, isOwnAddress } from "#features/kinds/banner.ts";
import { MOST_SHOWN, worstFirst } from "#features/kinds/banner-order.ts";
import type { Level } from "#features/kinds/banner-sentences.ts";
import { momentIn } from "#features/kinds/hour.ts";
import { reads } from "./reads.ts";

/** A banner as readers get it. @property link null where it leads nowhere; `ends` null in a preview of one that does not say it yet */
export type Banner = { number: number; level: Level; words: string; link: string | null; ends: Date | null };

/** What stands above a page now. */
export type Banners = {
  /** The worst first, and among those of one level the newest. */
  shown: Banner[];
  /** When something else would stand there though nothing happens; null: not by itself. */
  until: Date | null;
};

export const NO_BANNERS: Banners = { shown: [], until: null };

/** What stands above the pages of a site at a moment, and until when. */
export async function bannersOf(siteId: number, now: Date): Promise<Banners> {
  const found = await reads.findBanners(siteId, now.toISOString());
  return bannersAt(found, now);
}

type Found = Awaited<ReturnType<typeof reads.findBanners>>[number];

/** Of the banners that have not ended: those that are shown at a moment, and until when these are the ones. */
export function bannersAt(found: readonly Found[], now: Date): Banners {
  const all = found.flatMap(({ card, ...row }) => {
    const { level, link, ...hours } = bannerCardOf(card);
    const [begins, ends] = [momentIn(hours.begins), momentIn(hours.ends)];
    return ends === null ? [] : [{ ...row, level, link, begins, ends }];
  });
  const current = all.filter(({ ends }) => ends > now);
  const begun = current.filter(({ begins }) => begins === null || begins <= now);
  const turns = [
    ...current.map(({ ends }) => ends),
    ...current.flatMap(({ begins }) => (begins !== null && begins > now ? [begins] : [])),
  ];
  return {
    shown: begun
      .toSorted(worstFirst)
      .slice(0, MOST_SHOWN)
      .map(({ number, level, words, link, ends }) => ({
        ...{ number, level, words, ends },
        link: linkOf(link),
      })),
    until: turns.length === 0 ? null : new Date(Math.min(...turns.map((at) => at.getTime()))),
  };
}

/** A text of a banner as readers would see it, whatever the hour. */
export function asShown({ level, words, link, ends }: BannerContent): Banners {
  if (words === "") return NO_BANNERS;
  return {
    shown: [{ number: 0, level, words, link: linkOf(link), ends: momentIn(ends) }],
    until: null,
  };
}

const linkOf = (link: string): string | null => (link !== "" && isOwnAddress(link) ? link : null);
