import type { BannerContent } from "#features/kinds/banner.ts";
import { SENTENCES, spelt } from "#features/kinds/banner-sentences.ts";
import { daysAfter, isoDayOf, momentInWords, onDay, startOfDay } from "#lib/dates.ts";

/** How many days ahead the water is off: so long the demo has a banner. */
const DAYS_AHEAD = 6;

/** What stands above the demo's pages until it is over: no water for a morning, in a street that does not exist. */
export function bannerOf(now: Date): Partial<BannerContent> {
  const day = startOfDay(daysAfter(isoDayOf(now), DAYS_AHEAD));
  const [from, until] = [onDay(day, { hour: 8, minute: 0 }), onDay(day, { hour: 11, minute: 30 })];
  const sentence = "supply";
  const blanks = ["nước sạch", "tổ 3, tổ 4 và đường Minh Họa", momentInWords(from), momentInWords(until)];
  const { level } = SENTENCES[sentence];
  return { sentence, blanks, words: spelt(sentence, blanks), level, ends: until.toISOString() };
}
