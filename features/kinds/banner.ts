import { z } from "zod";
import { type Gap, type GapFacts, gapList } from "#features/text/gaps.ts";
import type { Kind } from "#features/text/kind.ts";
import { line } from "#features/text/typed.ts";
import { type Blank, blanksOf, fits, hourIn, LEVELS, SENTENCE_IDS, SENTENCES, spelt } from "./banner-sentences.ts";
import { Hour, isUnread, momentIn } from "./hour.ts";
import { touchedByBanner } from "./touched.ts";

const VERSION = 1;

/** Longest texts, in UTF-16 units; how many days one may be shown, and how many days ahead a planned one may begin. */
export const BANNER_LIMITS = {
  words: 600,
  ownWords: 200,
  blank: 120,
  blanks: 4,
  link: 300,
  days: 14,
  daysAhead: 60,
} as const;

/** What stands above every page of a site until an hour: a fixed sentence with its blanks filled in, or words of one's own. */
const Shape = z.strictObject({
  version: z.literal(VERSION),
  level: z.enum(LEVELS),
  /** "" where the words are one's own. */
  sentence: z.enum(["", ...SENTENCE_IDS]),
  blanks: z.array(line(BANNER_LIMITS.blank)).max(BANNER_LIMITS.blanks),
  /** What readers read, whole. */
  words: line(BANNER_LIMITS.words),
  /** Where more is said: an address of this site, without the host. */
  link: line(BANNER_LIMITS.link),
  /** When it begins to be shown; null: once it is live. */
  begins: Hour,
  ends: Hour,
});

export type BannerContent = z.output<typeof Shape>;

/** What readers' pages know of one, beside its words. */
export const BANNER_CARD = ["level", "link", "begins", "ends"] as const;
export type BannerCard = Pick<BannerContent, (typeof BANNER_CARD)[number]>;

export const banner: Kind<BannerContent> = {
  name: "banner",
  shape: Shape,
  version: VERSION,
  upgrades: {},
  bare: { level: "urgent", sentence: "", blanks: [], words: "", link: "", begins: null, ends: null },
  hasBody: false,
  typed: ["words", "blanks", "link"],
  fields: ["level", "sentence", "blanks", "words", "link", "begins", "ends"],
  title: "words",
  slug: null,
  atRoot: false,
  section: null,
  card: BANNER_CARD,
  dated: null,
  secondSections: null,
  tags: null,
  untyped: [],
  carried: [],
  // A copy is for another day.
  notCopied: ["begins", "ends"],
  without: ["correct"],
  touches: touchedByBanner,
  begun: () => ({}),
  links: ({ link }) => (link === "" ? [] : [{ words: link, address: link }]),
  needsTwo: ({ sentence, words }) =>
    sentence === "" && words !== ""
      ? "Lời tự viết phải có hai người: cần gửi duyệt. Một người duyệt chỉ đăng khẩn được câu soạn sẵn."
      : null,
  gaps: bannerGaps,
};

/** What lists and pages have of a banner; a card leaves out what is as on an empty one. */
export const bannerCardOf = (card: Readonly<Record<string, unknown>>): BannerCard => {
  const { level, link, begins, ends } = { ...banner.bare, ...card } as BannerContent;
  return { level, link, begins, ends };
};

/** An address of this site, as a banner may lead to: no other host can be spelt by it. */
export const isOwnAddress = (link: string): boolean => /^\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?$/.test(link);

const PLACE_GAP =
  "Địa điểm chưa đúng: viết như “tổ 5, đường Trần Phú”. Nhiều nơi thì chỉ một nơi có tên riêng viết hoa, các nơi khác có số.";

/** What a person is told of a blank that lacks its words. */
const BLANK_GAPS: Readonly<Record<Blank, string>> = {
  place: PLACE_GAP,
  spot: PLACE_GAP,
  phone: "Số điện thoại chưa đúng: chỉ gồm chữ số, như “114” hoặc “0901234567”.",
  lasts: "Khoảng thời gian chưa đúng: viết như “30 phút”, “2 giờ”.",
  from: "Chưa có giờ bắt đầu trong câu.",
  until: "Chưa có giờ kết thúc trong câu.",
  utility: "Chưa chọn dịch vụ tạm ngừng.",
  service: "Chưa chọn việc tạm ngừng.",
};

const DAY_MS = 86_400_000;

function bannerGaps(content: BannerContent, { now }: GapFacts = {}): Gap[] {
  const { link } = content;
  return [
    ...(content.sentence === "" ? ownWordsGaps(content) : sentenceGaps(content, content.sentence)),
    ...gapList(
      link !== "" &&
        !isOwnAddress(link) && {
          field: "link",
          sentence: "Đường dẫn “Xem thêm” phải là địa chỉ của trang này, như “/tin-tuc/bai-viet-12”.",
          blocks: "submit",
        },
    ),
    ...hourGaps(content, now),
  ];
}

const ownWordsGaps = ({ words }: BannerContent) =>
  gapList(
    words === "" && { field: "words", sentence: "Chưa chọn câu soạn sẵn và chưa có lời tự viết.", blocks: "submit" },
    words.length > BANNER_LIMITS.ownWords && {
      field: "words",
      sentence: `Lời của thanh dài quá ${BANNER_LIMITS.ownWords} ký tự; cần viết ngắn hơn.`,
      blocks: "submit",
    },
  );

/** A sentence whose words or level are others than it says is none: one person alone brings nothing else to readers. */
function sentenceGaps(
  { blanks, words, level }: BannerContent,
  sentence: Exclude<BannerContent["sentence"], "">,
): Gap[] {
  const asked = blanksOf(sentence);
  const open = asked.filter((blank, at) => !fits(blank, blanks[at] ?? ""));
  const [from, until] = (["from", "until"] as const).map((one) => hourIn(blanks[asked.indexOf(one)] ?? ""));
  return [
    ...open.map((blank): Gap => ({ field: "blanks", sentence: BLANK_GAPS[blank], blocks: "submit" })),
    ...gapList(
      open.length === 0 &&
        (words !== spelt(sentence, blanks) ||
          blanks.length !== asked.length ||
          level !== SENTENCES[sentence].level) && {
          field: "sentence",
          sentence: "Lời của thanh không đúng câu soạn sẵn đã chọn; cần chọn lại câu.",
          blocks: "submit",
        },
      from != null &&
        until != null &&
        until <= from && {
          field: "blanks",
          sentence: "Trong câu, giờ kết thúc phải sau giờ bắt đầu.",
          blocks: "submit",
        },
    ),
  ];
}

/** The hour until which a sentence says that it holds; null where it says none. */
function heldUntil({ sentence, blanks }: BannerContent): number | null {
  const place = sentence === "" ? -1 : blanksOf(sentence).indexOf("until");
  return hourIn(blanks[place] ?? "")?.getTime() ?? null;
}

function hourGaps(content: BannerContent, now: Date | undefined): Gap[] {
  const { level, begins, ends } = content;
  const [from, until] = [begins, ends].map((at) => momentIn(at)?.getTime() ?? null);
  const today = now?.getTime();
  const first = Math.max(from ?? 0, today ?? 0);
  const held = heldUntil(content);
  const longest = BANNER_LIMITS.days * DAY_MS;
  return gapList(
    level === "outage" &&
      isUnread(begins) && { field: "begins", sentence: "Chưa hiểu giờ bắt đầu hiện đã gõ.", blocks: "submit" },
    isUnread(ends) && { field: "ends", sentence: "Chưa hiểu giờ kết thúc đã gõ.", blocks: "submit" },
    ends === null && { field: "ends", sentence: "Chưa ghi giờ kết thúc: hết giờ đó thanh tự mất.", blocks: "submit" },
    until != null &&
      today !== undefined &&
      until <= today && { field: "ends", sentence: "Giờ kết thúc đã qua.", blocks: "submit" },
    until != null &&
      first > 0 &&
      until > first + longest && {
        field: "ends",
        sentence: `Thanh chỉ hiện nhiều nhất ${BANNER_LIMITS.days} ngày; cần giờ kết thúc sớm hơn.`,
        blocks: "submit",
      },
    // What holds longer than a banner may be shown goes before that.
    until != null &&
      held !== null &&
      until < held &&
      (first === 0 || held <= first + longest) && {
        field: "ends",
        sentence: "Thanh mất trước giờ ghi trong câu; cần “Hiện đến” bằng hoặc sau giờ đó.",
        blocks: "submit",
      },
    begins !== null &&
      level !== "outage" && {
        field: "begins",
        sentence: "Chỉ lịch tạm ngừng có giờ bắt đầu hiện; loại khác hiện ngay khi đăng.",
        blocks: "submit",
      },
    from != null &&
      until != null &&
      until <= from && { field: "begins", sentence: "Giờ bắt đầu hiện phải trước giờ kết thúc.", blocks: "submit" },
    from != null &&
      today !== undefined &&
      from > today + BANNER_LIMITS.daysAhead * DAY_MS && {
        field: "begins",
        sentence: `Giờ bắt đầu hiện không xa quá ${BANNER_LIMITS.daysAhead} ngày.`,
        blocks: "submit",
      },
  );
}
