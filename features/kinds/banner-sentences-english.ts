import { momentInEnglish } from "#lib/dates.ts";
import {
  type Blank,
  blanksOf,
  type CHOICES,
  filledIn,
  hourIn,
  SENTENCE_IDS,
  type SentenceId,
  WHOLE,
} from "./banner-sentences.ts";

/**
 * The fixed sentences for who reads English, with the same blanks. Nobody signs these: what is signed is a sentence in Vietnamese,
 * which the program says once more. A sentence of another wording is another one, in both languages.
 */
export const SENTENCES_IN_ENGLISH: Readonly<Record<SentenceId, string>> = {
  flood: "The water is rising fast in {place}. Move to higher ground at once; for rescue call {phone}.",
  storm: "A storm is coming in over {place}. Stay indoors until {until}; for rescue call {phone}.",
  fire: "There is a large fire in {place}. Keep away from the area; for rescue call {phone}.",
  leave: "Everyone in {place} is to leave at once, as directed on the spot; for rescue call {phone}.",
  road: "No passage in {spot} until {until}. Please take another way.",
  school: "Schools in {place} are closed until {until}.",
  swindle:
    "Somebody is calling in the name of public offices and asking for money to be transferred. Do not do as they say, and report it at once to {phone}.",
  counter: "The one-stop service desk receives nobody until {until}. In urgent matters call {phone}.",
  supply: "Cut off for a while: {utility} in {place}, from {from} to {until}.",
  service: "Not available: {service}, from {from} to {until}, for maintenance.",
  short: "Not available for about {lasts}, while a fault is being repaired: {service}. In urgent matters call {phone}.",
};

const UTILITIES: Readonly<Record<(typeof CHOICES.utility)[number], string>> = {
  ...{
    điện: "electricity",
    "nước sạch": "running water",
    "mạng Internet": "Internet",
    "thu gom rác": "waste collection",
  },
};
const SERVICES: Readonly<Record<(typeof CHOICES.service)[number], string>> = {
  "nộp hồ sơ trực tuyến": "online filing of applications",
  "tra cứu kết quả hồ sơ": "tracking of applications",
  "bộ phận một cửa": "one-stop service desk",
  "tổng đài của cơ quan": "telephone switchboard of the office",
  "trang thông tin này": "this website",
};
const SPANS: Readonly<Record<string, readonly [one: string, more: string]>> = {
  ...{ phút: ["minute", "minutes"], giờ: ["hour", "hours"], ngày: ["day", "days"] },
};

/** A stretch of a sentence: names of places stay as they are spelt, and are marked as Vietnamese. */
export type Stretch = { words: string; lang: "en" | "vi" };

/** What a fixed sentence says, in English; null for words of one's own, which nobody has put into English. @param words as signed */
export function inEnglish(words: string): Stretch[] | null {
  for (const id of SENTENCE_IDS) {
    const filled = filledIn(id, words);
    if (filled === null) continue;
    const said = new Map(blanksOf(id).map((blank, at) => [blank, filled[at] ?? ""]));
    const parts = SENTENCES_IN_ENGLISH[id].split(/\{(\w+)\}/);
    // What was split at stands between what was parted.
    return parts.map((part, at): Stretch => {
      if (at % 2 === 0) return { words: part, lang: "en" };
      return blankInEnglish(part as Blank, said.get(part as Blank) ?? "");
    });
  }
  return null;
}

function blankInEnglish(blank: Blank, filled: string): Stretch {
  switch (blank) {
    case "place":
    case "spot":
      return filled === WHOLE ? { words: "the whole area", lang: "en" } : { words: filled, lang: "vi" };
    case "utility":
      return english(UTILITIES, filled);
    case "service":
      return english(SERVICES, filled);
    case "from":
    case "until": {
      const hour = hourIn(filled);
      return hour === null ? { words: filled, lang: "vi" } : { words: momentInEnglish(hour), lang: "en" };
    }
    case "lasts": {
      const [count = "", unit = ""] = filled.split(" ");
      const span = SPANS[unit];
      return { words: span ? `${count} ${span[count === "1" ? 0 : 1]}` : filled, lang: span ? "en" : "vi" };
    }
    case "phone":
      return { words: filled, lang: "en" };
  }
}

function english(words: Readonly<Record<string, string>>, filled: string): Stretch {
  const said = words[filled];
  return said === undefined ? { words: filled, lang: "vi" } : { words: said, lang: "en" };
}
