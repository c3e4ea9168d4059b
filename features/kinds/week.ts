import { z } from "zod";
import type { Fields, Kind } from "#features/text/kind.ts";
import { saidBeside } from "#features/text/said.ts";
import { line, lines } from "#features/text/typed.ts";
import { dayOf, daysAfter, mondayOf, startOfDay, weekOf } from "#lib/dates.ts";
import { touchedByWeek } from "./touched.ts";
import { weekGaps } from "./week-gaps.ts";

const VERSION = 1;

/** Most entries, and longest texts in UTF-16 units. */
export const WEEK_LIMITS = {
  note: 1000,
  entries: 120,
  leaders: 300,
  what: 800,
  place: 300,
  others: 500,
  prepares: 200,
  hour: 40,
} as const;

/** When an entry takes place: at an hour, or in a part of its day. */
export const TIMES = ["at", "all_day", "morning", "afternoon", "evening"] as const;
/** How an entry stands beside what was planned first. */
export const STATES = ["planned", "added", "postponed", "cancelled"] as const;
/** From Monday to Sunday, as ISO 8601 counts them. */
export const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** "07:30", or nothing yet. What was typed and is no hour is kept as well, so that nothing is lost: it keeps the week from being submitted. */
const Hour = line(WEEK_LIMITS.hour);
/** "07:30" */
export const isHour = (said: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(said);

const Entry = z
  .strictObject({
    /** What it is known by for as long as it is there, wherever it moves: a review tells by it what changed. */
    id: z.string().regex(/^[a-z0-9-]{1,40}$/),
    day: z.literal(DAYS),
    when: z.enum(TIMES),
    from: Hour,
    /** "" where nobody says when it ends. */
    to: Hour,
    /** Whose work it is, by name or post, as the office writes it. */
    leaders: line(WEEK_LIMITS.leaders),
    what: lines(WEEK_LIMITS.what),
    place: line(WEEK_LIMITS.place),
    /** Who else takes part. */
    others: lines(WEEK_LIMITS.others),
    prepares: line(WEEK_LIMITS.prepares),
    state: z.enum(STATES),
  })
  .refine(({ when, from, to }) => when === "at" || (from === "" && to === ""), "Buổi trong ngày không có giờ.");
export type Entry = z.output<typeof Entry>;

/** "2026-11-30", of years that a calendar of today can be of; never another day of its week. */
export const isMonday = (day: string): boolean =>
  /^2\d{3}-/.test(day) && z.iso.date().safeParse(day).success && mondayOf(day) === day;

/** What follows from the week alone: how it is called, and under which address it stands. */
export function calledWeek(monday: string | null): { title: string; slug: string } {
  if (monday === null) return { title: "", slug: "" };
  const [first, last] = [monday, daysAfter(monday, 6)].map((day) => dayOf(startOfDay(day)));
  const slug = weekOf(monday);
  return { title: `Lịch công tác tuần ${Number(slug.slice(-2))}, từ ${first} đến ${last}`, slug };
}

/** The work calendar of an office's leaders in one week (lịch công tác tuần), and nothing else. */
const Shape = z
  .strictObject({
    version: z.literal(VERSION),
    /** Both follow from the week: what is sent there is not looked at. */
    title: z.string(),
    slug: z.string(),
    monday: z.string().refine(isMonday, "Tuần phải bắt đầu từ một ngày thứ Hai.").nullable(),
    note: lines(WEEK_LIMITS.note),
    entries: z
      .array(Entry)
      .max(WEEK_LIMITS.entries)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "Hai mục có cùng mã."),
  })
  .transform((content) => ({ ...content, ...calledWeek(content.monday) }));

export type WeekContent = z.output<typeof Shape>;

/** What an entry says that nobody has filled in. */
const BARE_ENTRY = {
  ...{ id: null, day: null, when: "at", from: "", to: "" },
  ...{ leaders: "", what: "", place: "", others: "", prepares: "", state: "planned" },
};

/** An entry as it is when somebody adds it. */
export const newEntry = (day: Entry["day"], id: string): Entry => ({
  ...{ id, day, when: "at", from: "", to: "" },
  ...{ leaders: "", what: "", place: "", others: "", prepares: "", state: "planned" },
});

/** Where parts of a day stand among its hours: each begins what comes in it. */
const BEGINS = { all_day: "", morning: "00:00", afternoon: "12:00", evening: "18:00" } as const;
/** By what entries of a day are put in order. One without an hour yet, or whose hour nobody understands, comes last. */
export const beginsAt = ({ when, from }: Entry): string => (when !== "at" ? BEGINS[when] : isHour(from) ? from : "99");

/** Entries as readers meet them: day after day, hour after hour; those of one hour as they were put. */
export const inOrder = (entries: readonly Entry[]): Entry[] =>
  entries.toSorted((a, b) => a.day - b.day || (beginsAt(a) < beginsAt(b) ? -1 : beginsAt(a) > beginsAt(b) ? 1 : 0));

export const week: Kind<WeekContent> = {
  name: "week",
  shape: Shape,
  version: VERSION,
  upgrades: {},
  bare: { title: "", slug: "", monday: null, note: "", entries: [] },
  hasBody: false,
  said: ({ entries, ...fields }: Fields) => ({
    ...fields,
    entries: (entries as Entry[]).map((entry) => saidBeside(entry, BARE_ENTRY)),
  }),
  unsaid: ({ entries, ...fields }: Fields) => ({
    ...fields,
    entries: (entries as (Partial<Entry> & Pick<Entry, "id" | "day">)[]).map((entry) => ({
      ...newEntry(entry.day, entry.id),
      ...entry,
    })),
  }),
  typed: ["entries", "note"],
  fields: ["monday", "entries", "note", "title", "slug"],
  title: "title",
  slug: "slug",
  atRoot: false,
  section: null,
  card: ["monday"],
  dated: null,
  secondSections: null,
  tags: null,
  untyped: [],
  carried: [],
  // A copy is of another week.
  notCopied: ["monday", "title", "slug"],
  without: ["correct"],
  touches: touchedByWeek,
  ofWeek: "monday",
  begun: ({ week: monday }) => (monday === undefined ? {} : { monday, ...calledWeek(monday) }),
  gaps: weekGaps,
};
