import { momentInWords } from "#lib/dates.ts";
import { hourSaid } from "#lib/hours.ts";

/** How much a banner presses, the worst first. */
export const LEVELS = ["emergency", "urgent", "outage"] as const;
export type Level = (typeof LEVELS)[number];

const UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ";
const LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";
/** One to four words, each with a capital: "Trần Phú", "Bến Đá". */
const NAME = `[${UPPER}][${LOWER}]{0,6}(?: [${UPPER}][${LOWER}]{0,6}){0,3}`;
const PLACES =
  "tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường";
const NUMBERED = `(?:${PLACES}) [0-9]{1,4}[A-Z]?`;
const NAMED = `(?:${PLACES}) ${NAME}`;
const AND = "(?:, | và )";
/** Places by their numbers, and one at most by its name: five names have room for a sentence. */
const SOME = `(?:${NUMBERED}${AND}){0,4}(?:${NUMBERED}|${NAMED})(?:${AND}${NUMBERED}){0,4}`;
/** Everywhere; a sentence says "trên" before it. */
export const WHOLE = "toàn địa bàn";
const HOUR = "[0-2][0-9]:[0-5][0-9] ngày [0-3][0-9]/(?:0[12]|[3-9]|1[0-2])/20[0-9]{2}";

/** What stands in a blank that offers a choice. */
export const CHOICES = {
  utility: ["điện", "nước sạch", "mạng Internet", "thu gom rác"],
  service: [
    "nộp hồ sơ trực tuyến",
    "tra cứu kết quả hồ sơ",
    "bộ phận một cửa",
    "tổng đài của cơ quan",
    "trang thông tin này",
  ],
} as const;

/**
 * What may stand in a blank: its form leaves no room for words of one's own, but for the four of one name. Spelled so that JavaScript
 * and PostgreSQL read it alike, for the law has it too (`banner_sentences`).
 */
const BLANKS = {
  /** "tổ 5, đường Trần Phú" */
  place: `(?:${WHOLE}|${SOME})`,
  /** The same, where it cannot be everywhere: "đường Trần Phú, ngõ 32" */
  spot: `(?:${SOME})`,
  phone: "(?:[0-9]{3,5}|0[0-9]{9,10}|0[0-9]{2,4}(?: [0-9]{3,4}){2})",
  lasts: "[1-9][0-9]{0,2} (?:phút|giờ|ngày)",
  from: HOUR,
  until: HOUR,
  utility: `(?:${CHOICES.utility.join("|")})`,
  service: `(?:${CHOICES.service.join("|")})`,
} as const;
export type Blank = keyof typeof BLANKS;

/**
 * Sentences that one approver may bring to readers. People sign what they say: a sentence that is here stays as it is, and one that
 * should say something else is another one, here and in a migration.
 */
export const SENTENCES = {
  flood: {
    level: "emergency",
    says: "Nước đang lên nhanh tại {place}. Người dân rời ngay đến nơi cao; cần cứu giúp, gọi {phone}.",
  },
  storm: {
    level: "emergency",
    says: "Bão đang vào {place}. Người dân ở trong nhà đến {until}; cần cứu giúp, gọi {phone}.",
  },
  fire: {
    level: "emergency",
    says: "Cháy lớn tại {place}. Người dân tránh xa khu vực này; cần cứu giúp, gọi {phone}.",
  },
  leave: {
    level: "emergency",
    says: "Người dân tại {place} sơ tán ngay theo hướng dẫn tại chỗ; cần cứu giúp, gọi {phone}.",
  },
  road: { level: "urgent", says: "Cấm đi lại tại {spot} đến {until}. Người dân đi đường khác." },
  school: { level: "urgent", says: "Học sinh tại {place} nghỉ học đến {until}." },
  swindle: {
    level: "urgent",
    says: "Có kẻ mạo danh cơ quan gọi điện đòi chuyển tiền. Người dân không làm theo và báo ngay số {phone}.",
  },
  counter: { level: "urgent", says: "Bộ phận một cửa tạm ngừng tiếp dân đến {until}. Việc gấp, gọi {phone}." },
  supply: { level: "outage", says: "Tạm ngừng {utility} tại {place} từ {from} đến {until}." },
  service: { level: "outage", says: "Tạm ngừng {service} từ {from} đến {until} để bảo trì." },
  short: { level: "outage", says: "Tạm ngừng {service} khoảng {lasts} để khắc phục sự cố. Việc gấp, gọi {phone}." },
} as const satisfies Record<string, { level: Level; says: string }>;
export type SentenceId = keyof typeof SENTENCES;

export const SENTENCE_IDS = Object.keys(SENTENCES) as SentenceId[];

type Part = { words: string } | { blank: Blank; place: number };

/** Of what a sentence is made: words, and the blanks between them. */
function partsOf(id: SentenceId): Part[] {
  const parts = SENTENCES[id].says.split(/\{(\w+)\}/);
  // What was split at stands between what was parted.
  return parts.map((part, at) => (at % 2 === 0 ? { words: part } : { blank: part as Blank, place: (at - 1) / 2 }));
}

/** The blanks of a sentence, in their order. */
export const blanksOf = (id: SentenceId): Blank[] =>
  partsOf(id).flatMap((part) => ("blank" in part ? [part.blank] : []));

/** A sentence with what stands in its blanks; what nobody has filled in is "(…)". One is "tại" a place, and "trên" all of it. */
export const spelt = (id: SentenceId, filled: readonly string[]): string =>
  partsOf(id)
    .map((part) => ("blank" in part ? filled[part.place] || "(…)" : part.words))
    .join("")
    .replace(`tại ${WHOLE}`, `trên ${WHOLE}`);

/** What stands in a blank as the form of it asks, and is an hour of the calendar where it is an hour. */
export function fits(blank: Blank, filled: string): boolean {
  if (!new RegExp(`^${BLANKS[blank]}$`).test(filled)) return false;
  return !isHour(blank) || hourIn(filled) !== null;
}

export const isHour = (blank: Blank): boolean => blank === "from" || blank === "until";

/** The hour that stands in a blank; null where none does. */
export function hourIn(filled: string): Date | null {
  const meant = hourSaid(filled, new Date());
  return meant !== null && momentInWords(meant) === filled ? meant : null;
}

/** How a sentence may read, whole, as the law has it. */
export const patternOf = (id: SentenceId): string =>
  `^${partsOf(id)
    .map((part) => ("blank" in part ? BLANKS[part.blank] : part.words.replaceAll(".", "\\.")))
    .join("")
    .replace(`tại ${BLANKS.place}`, () => `(?:trên ${WHOLE}|tại (?:${SOME}))`)}$`;

/** What stands in the blanks of a sentence that somebody has filled in; null where the words are not that sentence. */
export function filledIn(id: SentenceId, words: string): string[] | null {
  const source = partsOf(id)
    .map((part) => ("blank" in part ? `(${BLANKS[part.blank]})` : part.words.replaceAll(".", "\\.")))
    .join("");
  const found = new RegExp(`^${source}$`).exec(words.replace(`trên ${WHOLE}`, `tại ${WHOLE}`));
  return found === null ? null : found.slice(1);
}
