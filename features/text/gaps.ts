import type { AiLabel } from "./vocabulary.ts";

/** `submit` blocks publishing too; `advice` blocks nothing. */
type Blocks = "submit" | "publish" | "advice";

/** `field` is the content field; `blockId` the block of the body, where there is one. */
export type Gap = {
  field: string;
  sentence: string;
  blocks: Blocks;
  blockId?: string;
  /** It is said of a file, and not in the text: of which file. */
  rightsOf?: string;
};

/** How a file stands that a text names: in the works, with readers, of no use, kept from all readers, or not there. */
export type FileState = "waiting" | "ready" | "failed" | "hidden" | "missing";

/** What is known of the right to show a file, as it stands today. */
export type RightsFacts = {
  /** It was brought since sites ask: what is not said of it stands in the way of publishing. */
  isAsked: boolean;
  isLicensed: boolean;
  /** The last day on which it may be shown, as yyyy-mm-dd; null where that does not end. */
  end: string | null;
  hasEnded: boolean;
  saysPeople: boolean;
  /** Children can be recognised, and nobody has said on what basis, or who holds the consent. */
  lacksBasis: boolean;
  /** Name or address of a licence that asks to be named beside the picture; "" where there is none. */
  freeLicence: string;
  ai: AiLabel;
};

/** What is known of a file that a text names; only how it stands where that is all that is known. */
export type FileFacts = {
  state: FileState;
  /** As its bytes say. */
  mediaType?: string;
  /** Whether words were found in it. */
  hasText?: boolean;
  rights?: RightsFacts;
};

/** Whether readers get an article, got it before, or never knew it. */
export type RelatedState = "live" | "gone" | "unknown";

/** What the text itself cannot know. Left out: not looked at. */
export type GapFacts = {
  /** Sections of the site that may be written in. */
  sectionIds?: ReadonlySet<number>;
  /** Addresses at the site's root that something else has: sections, and other pages that readers know. */
  takenSlugs?: ReadonlySet<string>;
  /** Addresses that other topics of the site have. */
  takenTopicSlugs?: ReadonlySet<string>;
  /** Pages that readers know, by their numbers. */
  pageIds?: ReadonlySet<number>;
  /** Of the papers that it names by their numbers, those that readers never knew. */
  lostPapers?: ReadonlySet<number>;
  /** Another paper that readers know, or knew, under the same reference of the same body. */
  samePaper?: { reference: string; issuer: string; title: string } | undefined;
  /** What o'clock it is by the database: for what ends at an hour. */
  now?: Date;
  /** The document's own number. */
  number?: number;
  /** How the articles stand for readers that the text names as related. One that is left out was not looked at. */
  related?: ReadonlyMap<number, RelatedState>;
  /** What it is the sister of, where it is: whether readers have that, and the number of another sister of it that they know. */
  original?: { isLive: boolean; otherSister: number | null };
  /** Of which sections another front is live; null among them: of the site. */
  takenFronts?: ReadonlySet<number | null>;
  /** Weeks of which another calendar is known to readers, by their Mondays; and of which another one is being written. */
  takenWeeks?: ReadonlySet<string>;
  openWeeks?: ReadonlySet<string>;
  /** How the files stand that the text names, by what it shows of each (`pictureKey`). One that is left out was not looked at. */
  files?: ReadonlyMap<string, FileFacts>;
  /** The edition was opened to correct the live text: readers are owed a note. */
  correcting?: boolean;
  /** What the text it began from says in the fields that it carries: a new note says something new. */
  before?: Readonly<Record<string, unknown>>;
};

/** The gaps that stand in the way of a move. */
export function blocking(gaps: readonly Gap[], move: "submit" | "publish"): Gap[] {
  return gaps.filter(({ blocks }) => blocks === "submit" || (blocks === "publish" && move === "publish"));
}

/** Those that are there. */
export function gapList(...gaps: (Gap | false)[]): Gap[] {
  return gaps.filter((gap) => gap !== false);
}
