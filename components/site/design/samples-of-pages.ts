import type { Template } from "#features/kinds/front.ts";
import { paper } from "#features/kinds/paper.ts";
import { topic } from "#features/kinds/topic.ts";
import { calledWeek, newEntry, week } from "#features/kinds/week.ts";
import type { FrontBand, FrontList } from "#features/reading/front.ts";
import { calledPaper } from "#features/reading/paper-words.ts";
import type { Statistics } from "#features/reading/statistics.ts";
import type { LivePaper, LiveTopic, LiveWeek, PaperLine } from "#features/reading/types.ts";
import type { Results } from "#features/search/queries.ts";
import { readQuestion } from "#features/search/question.ts";
import { emptyContent } from "#features/text/content.ts";
import { daysAfter, HOUR_MS, isoDayOf, mondayOf } from "#lib/dates.ts";
import { STACKED, sampleCard } from "./samples.ts";
import { SAMPLE_PICTURE } from "./samples-of-media.ts";

const AT = new Date("2026-11-28T03:15:00Z");
const live = { number: 0, pictures: new Map(), share: null, shownAt: AT, updatedAt: AT };

/** A band of each template, with pictures, an article of today and one with a headline that is long and tall. */
export function sampleBand(template: Template, now: Date): FrontBand {
  const changes = [{ picture: SAMPLE_PICTURE, shownAt: now }, { headline: STACKED }, { picture: SAMPLE_PICTURE }, {}];
  const slots = changes.map((change, at) => ({ card: sampleCard(at + 1, change), isPinned: false, isNew: true }));
  const list = (key: string, of: FrontList["of"]) => ({ key: `${template}-${key}`, of, slots });
  const lists: Partial<Record<Template, FrontList[]>> = {
    tiles: [],
    sections: ["một", "hai", "ba"].map((nth) => list(nth.slice(0, 1), { name: `Mục mẫu ${nth}`, path: "#mau" })),
    most_read: [24, 168].map((hours) => list(String(hours), { hours, isWhole: true })),
  };
  return {
    ...{ id: `mau-${template}`, template, title: "", of: null, lists: lists[template] ?? [list("mau", null)] },
    tiles: ["Ô dịch vụ mẫu", "Ô dịch vụ có tên dài hơn những ô khác"].map((words) => ({ words, address: "/" })),
  };
}

/** What was found for two words. */
export const SAMPLE_RESULTS: Results = {
  question: readQuestion("tiêu đề"),
  ...{ count: 2, isMore: false, page: 1, pages: 1, isSome: false, meant: "tiêu đề mẫu", isOfMeant: false },
  results: [false, true].map((isInFile, at) => ({
    ...{ number: at, kind: "article", language: "vi", path: "#mau", isInFile, shownAt: AT, endsAt: null, holds: null },
    title: [
      { text: "Tiêu đề", isHit: true },
      { text: " mẫu của một bài được tìm thấy", isHit: false },
    ],
    excerpt: [
      { text: "Một câu trong bài có cả ", isHit: false },
      { text: "tiêu đề", isHit: true },
    ],
    section: { id: 0, name: "Mục mẫu", slug: "muc-mau" },
  })),
};

const PAPER = {
  ...emptyContent(paper),
  ...{ form: "decision", reference: "12/2026/QĐ-UBND", abstract: STACKED, issuer: "UBND phường mẫu" },
  ...{ signer: { name: "Tên Người Ký", post: "Chủ tịch" }, issuedOn: "2026-01-05", effectiveOn: "2026-02-01" },
} as LivePaper["content"];

export const SAMPLE_LINE: PaperLine = {
  ...{ number: 0, path: "#mau", called: calledPaper(PAPER), title: PAPER.abstract, body: "ubnd-phuong-mau" },
  ...{ form: PAPER.form, reference: PAPER.reference, issuer: PAPER.issuer },
  ...{ issuedOn: "2026-01-05", effectiveOn: "2026-02-01", endsOn: null },
};

/** One that has replaced another. */
export const SAMPLE_PAPER: LivePaper = { ...live, content: PAPER, replaces: [SAMPLE_LINE], replacedBy: [] };

export const SAMPLE_CHOICES = {
  forms: [{ slug: "quyet-dinh", name: "Quyết định", form: "decision" as const }],
  bodies: [{ slug: "ubnd-phuong-mau", name: "UBND phường mẫu" }],
  years: [2026],
};

/** The calendar of this week: something on its first day, and today something that was put off and something that was called off. */
export function sampleWeek(now: Date): LiveWeek {
  const monday = mondayOf(isoDayOf(now));
  const said = { leaders: "Chủ tịch phường", what: "Việc mẫu của tuần", place: "Phòng họp mẫu", others: "Các bộ phận" };
  const entry = (day: number, at: number) => newEntry(day as 1, `viec-mau-${day}-${at}`);
  const today = [1, 2, 3, 4, 5, 6, 7].find((day) => daysAfter(monday, day - 1) === isoDayOf(now)) ?? 1;
  const entries = [
    { ...entry(1, 0), ...said, from: "07:30", to: "09:00" },
    { ...entry(today, 1), ...said, when: "afternoon" as const, state: "postponed" as const },
    { ...entry(today, 2), ...said, when: "all_day" as const, state: "cancelled" as const },
  ];
  return { ...live, content: { ...emptyContent(week), ...calledWeek(monday), monday, entries } };
}

export const SAMPLE_TOPIC: LiveTopic = {
  ...live,
  content: {
    ...emptyContent(topic),
    ...{ title: STACKED, slug: "mau", standfirst: "Sapo mẫu nói một dòng sự kiện là về việc gì." },
  } as LiveTopic["content"],
};

/** Figures of a fortnight and a year. */
export function sampleStatistics(now: Date): Statistics {
  const today = isoDayOf(now);
  const views = (at: number) => (at * 7919) % 1000;
  return {
    days: Array.from({ length: 14 }, (_, at) => ({ date: daysAfter(today, -at), views: views(at + 1) })),
    months: Array.from({ length: 12 }, (_, at) => ({
      date: `2026-${String(12 - at).padStart(2, "0")}`,
      views: views(at),
    })),
    ...{ all: 126_500, imported: 40_000, until: new Date(now.getTime() + HOUR_MS) },
    mostRead: [24, 168].map((hours) => ({ hours, cards: [1, 2].map((at) => ({ ...sampleCard(at), views: 9 - at })) })),
  };
}
