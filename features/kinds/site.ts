import { z } from "zod";
import { safeHref } from "#features/text/address.ts";
import type { Figure } from "#features/text/body.ts";
import { type Gap, type GapFacts, gapList } from "#features/text/gaps.ts";
import type { Fields, Kind } from "#features/text/kind.ts";
import { saidBeside } from "#features/text/said.ts";
import { line, lines } from "#features/text/typed.ts";
import { bareFigureGaps } from "./figure-gaps.ts";
import { Hour, isUnread } from "./hour.ts";
import { fileHash, id } from "./shapes.ts";
import { touchedBySite } from "./touched.ts";

const VERSION = 1;

/** Longest texts, in UTF-16 units, and most entries of the menu on one level. */
export const SITE_LIMITS = {
  name: 200,
  agency: 200,
  responsible: 300,
  address: 300,
  phone: 100,
  email: 200,
  notice: 500,
  words: 80,
  link: 2048,
  entries: 30,
} as const;

const words = line(SITE_LIMITS.words);
/** Where an entry of the menu leads. Without words of its own it is called as what it leads to. */
const Section = z.strictObject({ to: z.literal("section"), id, words });
const Page = z.strictObject({ to: z.literal("page"), id, words });
const Link = z.strictObject({ to: z.literal("link"), address: line(SITE_LIMITS.link), words });

const below = z.array(z.discriminatedUnion("to", [Section, Page, Link])).max(SITE_LIMITS.entries);
const Entry = z.discriminatedUnion("to", [Section.extend({ below }), Page.extend({ below }), Link.extend({ below })]);

/**
 * The colours a site may be of. Each is a set that can be read in both themes (components/site/tokens.css): a colour of somebody's
 * own could not be promised to be.
 */
export const ACCENTS = ["red", "blue", "navy", "teal", "green", "violet", "brown", "slate"] as const;
export type Accent = (typeof ACCENTS)[number];

/** Everything that a site says of itself on each of its pages, and nothing else. */
const Shape = z.strictObject({
  version: z.literal(VERSION),
  name: line(SITE_LIMITS.name),
  agency: line(SITE_LIMITS.agency),
  responsible: line(SITE_LIMITS.responsible),
  address: line(SITE_LIMITS.address),
  phone: line(SITE_LIMITS.phone),
  email: line(SITE_LIMITS.email),
  /** Beside the name, which says what it is of: nobody has to be told more. */
  emblem: z.strictObject({ file: fileHash.nullable() }),
  accent: z.enum(ACCENTS),
  /** Empty: the sections of the site, as they stand in its tree. */
  menu: z.array(Entry).max(SITE_LIMITS.entries),
  /** What it is called in English; without a name no page leads to what it says in English. */
  english: z.strictObject({ name: line(SITE_LIMITS.name), agency: line(SITE_LIMITS.agency) }),
  /** A bar above everything until an hour; without words there is none. */
  notice: z.strictObject({
    words: lines(SITE_LIMITS.notice),
    until: Hour,
  }),
});

export type SiteContent = z.output<typeof Shape>;
export type MenuEntry = SiteContent["menu"][number];
export type LowerEntry = MenuEntry["below"][number];

/** What an entry says that leads nowhere yet. */
const BARE_LOWER = { to: null, id: null, address: null, words: "" };

export const site: Kind<SiteContent> = {
  name: "site",
  shape: Shape,
  version: VERSION,
  upgrades: {},
  bare: {
    ...{ name: "", agency: "", responsible: "", address: "", phone: "", email: "" },
    ...{ emblem: { file: null }, accent: "red" },
    english: { name: "", agency: "" },
    ...{ menu: [], notice: { words: "", until: null } },
  },
  hasBody: false,
  said({ menu, ...fields }: Fields) {
    const entries = (menu as SiteContent["menu"]).map(({ below, ...entry }) => ({
      ...saidBeside(entry, BARE_LOWER),
      ...(below.length === 0 ? {} : { below: below.map((one) => saidBeside(one, BARE_LOWER)) }),
    }));
    return { ...fields, menu: entries };
  },
  unsaid({ menu, ...fields }: Fields) {
    const whole = (entry: object) => ({ words: "", ...entry });
    const entries = (menu as SiteContent["menu"]).map(({ below = [], ...entry }) => ({
      ...whole(entry),
      below: below.map(whole),
    }));
    return { ...fields, menu: entries };
  },
  typed: [
    "name",
    "agency",
    "responsible",
    "address",
    "phone",
    "email",
    "emblem",
    "accent",
    "english",
    "menu",
    "notice",
  ],
  fields: [
    "name",
    "agency",
    "responsible",
    "address",
    "phone",
    "email",
    "emblem",
    "accent",
    "english",
    "menu",
    "notice",
  ],
  title: "name",
  slug: null,
  atRoot: false,
  section: null,
  card: [],
  dated: null,
  secondSections: null,
  tags: null,
  untyped: [],
  carried: [],
  notCopied: [],
  // A site always says what it is: what is wrong in it is changed, not taken away.
  without: ["correct", "hide", "withdraw", "restore", "duplicate"],
  touches: touchedBySite,
  begun: ({ siteName }) => ({ name: siteName }),
  figures: ({ emblem }) => [emblemFigure(emblem)].filter((figure) => figure !== null),
  links: ({ menu }) =>
    menu.flatMap(({ below, ...entry }) => [entry, ...below]).flatMap((entry) => (entry.to === "link" ? [entry] : [])),
  gaps: siteGaps,
};

/** The emblem as a figure of a text is, for whoever draws, checks or compares figures; null where there is none. */
export function emblemFigure({ file }: SiteContent["emblem"]): Figure | null {
  return file === null
    ? null
    : { type: "figure", attrs: { id: "emblem", file, cut: "", alt: "", decorative: true, credit: "", ai: "none" } };
}

function siteGaps({ name, agency, responsible, emblem, menu, notice }: SiteContent, facts: GapFacts = {}): Gap[] {
  const entries = menu.flatMap(({ below, ...entry }) => [entry, ...below]);
  return gapList(
    name === "" && { field: "name", sentence: "Chưa có tên trang thông tin.", blocks: "submit" },
    agency === "" && { field: "agency", sentence: "Chưa ghi cơ quan chủ quản.", blocks: "advice" },
    responsible === "" && {
      field: "responsible",
      sentence: "Chưa ghi người chịu trách nhiệm nội dung.",
      blocks: "advice",
    },
    ...bareFigureGaps(emblemFigure(emblem), "emblem", "Biểu trưng", facts.files),
    entries.some((entry) => leadsNowhere(entry, facts)) && {
      field: "menu",
      sentence: "Có mục trong thực đơn dẫn đến chuyên mục hoặc trang không còn dùng, hoặc địa chỉ chưa đúng.",
      blocks: "submit",
    },
    entries.some((entry) => entry.to === "link" && entry.words === "") && {
      field: "menu",
      sentence: "Có liên kết trong thực đơn chưa ghi chữ.",
      blocks: "submit",
    },
    notice.words !== "" &&
      notice.until === null && {
        field: "notice",
        sentence: "Thanh thông báo chưa ghi giờ kết thúc.",
        blocks: "submit",
      },
    isUnread(notice.until) && {
      field: "notice",
      sentence: "Chưa hiểu giờ kết thúc đã gõ của thanh thông báo.",
      blocks: "submit",
    },
  );
}

function leadsNowhere(entry: LowerEntry, { sectionIds, pageIds }: GapFacts): boolean {
  if (entry.to === "link") return safeHref(entry.address) === null;
  const known = entry.to === "section" ? sectionIds : pageIds;
  return known !== undefined && !known.has(entry.id);
}
