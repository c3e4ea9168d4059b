import type { LISTS } from "#db/schema/listings.ts";
import type { Handout, Picture, Pictures } from "#features/files/picture.ts";
import type { ArticleContent, Form } from "#features/kinds/article.ts";
import type { LeadPicture } from "#features/kinds/lead.ts";
import type { PageContent } from "#features/kinds/page.ts";
import type { PaperCard, PaperContent } from "#features/kinds/paper.ts";
import type { Holds } from "#features/kinds/paper-standing.ts";
import type { SiteContent } from "#features/kinds/site.ts";
import type { TopicContent } from "#features/kinds/topic.ts";
import type { WeekContent } from "#features/kinds/week.ts";
import type { Section } from "#features/sites/tree.ts";
import type { Note } from "#features/text/notes.ts";

/** What is listed beside sections, and whose list it is: the id of a site, a tag or an author, the number of a topic. */
export type List = { list: (typeof LISTS)[number]; ofId: number };

/** One public address and what its pages say about themselves. */
export type Site = Omit<SiteContent, "version"> & {
  id: number;
  key: string;
  host: string | null;
  language: string;
  demo: boolean;
};

/** A picture that is drawn of a headline, for programs that show an address: its public path, and pixels. */
export type SharePicture = { path: string; width: number; height: number };

/** An article as a line in a list. */
export type Card = {
  number: number;
  /** Public path. */
  path: string;
  kicker: string;
  headline: string;
  standfirst: string;
  lead: LeadPicture;
  /** The lead picture as readers get it. */
  picture: Picture | null;
  kind: Form;
  /** When it holds no more: a notice's own hour. */
  endsAt: Date | null;
  shownAt: Date;
  /** False of what came from an older system, or had an old date when it came: it stands under its date, and leads nowhere. */
  isNews: boolean;
  section: Section;
};

/**
 * Everything the article page shows. The desk fills it from a text that is not live yet (`shownAt` and `views` null),
 * so that a draft looks exactly as it will.
 */
export type LiveArticle = {
  number: number;
  content: ArticleContent;
  /** Those of its body. */
  pictures: Pictures;
  /** For whoever shows its address, where it has no picture of its own; null until it is drawn. */
  share: SharePicture | null;
  /** What readers were and are told about mistakes, and about what has joined it, the newest first. */
  notes: Note[];
  /** From the top of the tree to the article's own section; empty while no section is chosen. */
  sectionPath: Section[];
  /** With the page of what else has it; null where readers have none. */
  tags: { id: number; name: string; path: string | null }[];
  /** The pages of those whom the byline names, by the names as they stand there. */
  authors: ReadonlyMap<string, string | null>;
  shownAt: Date | null;
  /** When a later text replaced the first one. */
  updatedAt: Date | null;
  views: number | null;
};

/** A page that stands for itself. The desk fills it as it does an article. */
export type LivePage = {
  number: number;
  content: PageContent;
  pictures: Pictures;
  /** As of an article. */
  share: SharePicture | null;
  /** Since when readers have it; null before that. */
  shownAt: Date | null;
  /** When a later text replaced the first one. */
  updatedAt: Date | null;
};

/** A paper as a line of a list, or as another one names it. Days as yyyy-mm-dd. */
export type PaperLine = Pick<PaperCard, "form" | "reference" | "issuer"> & {
  number: number;
  path: string;
  /** "Quyết định số 12/2026/QĐ-UBND" */
  called: string;
  /** What it is about. */
  title: string;
  issuedOn: string;
  effectiveOn: string | null;
  endsOn: string | null;
  /** The issuing body as addresses spell it. */
  body: string;
};

/** What papers are narrowed to by an index. `from` and `until`: of the days of issue, both included. */
export type PaperFilter = { form: string | null; issuer: string | null; from: string | null; until: string | null };

/** Where a paper stands in the order of all lists. */
export type PaperPlace = { issuedOn: string; number: number };

export type PaperRow = {
  number: number;
  slug: string;
  title: string;
  card: Record<string, unknown>;
  issuedOn: string;
  effectiveOn: string | null;
  endsOn: string | null;
  /** The issuing body as addresses spell it. */
  body: string;
};

/** A paper in the order of a list, and from when to when it holds. */
export type PaperInOrder = PaperPlace & Holds;

/** A paper on its own page. The desk fills it as it does an article. */
export type LivePaper = Omit<LivePage, "content"> & {
  content: PaperContent;
  replaces: PaperLine[];
  replacedBy: PaperLine[];
};
/** What a topic says of itself. The desk fills it as it does an article. */
export type LiveTopic = Omit<LivePage, "content"> & { content: TopicContent };

/** A topic as a line of a list. */
export type TopicCard = {
  number: number;
  /** Public path. */
  path: string;
  title: string;
  standfirst: string;
  lead: LeadPicture;
  /** As readers get it. */
  picture: Picture | null;
  /** How many articles stand in it. */
  listed: number;
};

/** A topic in which an article stands, with the newest others in it. */
export type Thread = { number: number; title: string; path: string; others: Card[] };

/** The calendar of a week on its page. The desk fills it as it does an article. */
export type LiveWeek = { number: number; content: WeekContent } & Pick<LivePage, "shownAt" | "updatedAt">;

/** What there is of a week. @property monday as yyyy-mm-dd @property taken why readers have no more the calendar that they had */
export type WeekNow = { monday: string; live: LiveWeek | null; taken: "hidden" | "withdrawn" | null };

/** The way to the calendar of a week; `number` of the week in its year. */
export type WeekLink = { slug: string; path: string; year: number; number: number; monday: string };

/** The calendars beside that of a week: the nearest ones, all of its year, and the nearest of other years. */
export type WeeksBeside = {
  year: number;
  before: WeekLink | null;
  after: WeekLink | null;
  ofYear: WeekLink[];
  yearBefore: WeekLink | null;
  yearAfter: WeekLink | null;
};

/** A document that live texts hand out, as its own page shows it. */
export type FilePage = {
  /** As the newest of these texts calls it, and what that says of it; "" where it says nothing. */
  title: string;
  summary: string;
  file: Handout & { page: string };
  /** Where the browser's own viewer gets it. */
  shownAt: string;
  /** Its first page; null where none could be drawn. */
  picture: Picture | null;
  /** The texts, the newest first: at least one. */
  texts: { number: number; headline: string; path: string }[];
};

/** A live page as a line in the menu or at the foot. */
export type PageLink = { number: number; title: string; path: string; place: PageContent["place"] };

type WithdrawalReason = "error" | "merged" | "authority" | "expired" | "person";

/** What is left to say about a document that was taken down: its name where the reason lets it, never its words. */
export type GoneDocument = {
  kind: "article" | "page" | "paper" | "topic" | "week" | "translation";
  /** Null when readers are not told. */
  headline: string | null;
  withdrawnAt: Date;
  reason: WithdrawalReason;
  /** Where its content lives on, when it was merged into one that is live. */
  mergedInto: { headline: string; path: string } | null;
};
