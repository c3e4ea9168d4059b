import type { z } from "zod";
import type { Fact } from "#features/facts/facts.ts";
import type { BodyDoc, Figure } from "./body.ts";
import type { Gap, GapFacts } from "./gaps.ts";
import type { TextLink } from "./links.ts";
import { saidBeside } from "./said.ts";

/** Everything that readers would see of a document, and nothing else: fields as its kind has them, and a body where it has one. */
export type Content = { version: number; body?: BodyDoc; [field: string]: unknown };

export type Fields = Readonly<Record<string, unknown>>;

type FieldOf<C> = Exclude<keyof C & string, "version" | "body">;

/**
 * What the newsroom knows of a kind of document. The workflow, the drafts and the desk read this and know no kind by name;
 * the law in SQL reads the same from `document_kinds` (a spec holds the two together).
 */
export type Kind<C extends Content = Content> = {
  readonly name: string;
  /** Reads what came from outside; the body is read by the vocabulary. */
  readonly shape: z.ZodType;
  /** Counts the shapes of its content that are read in different ways. A field that only joined needs no other one: it has its default. */
  readonly version: number;
  /** From the version in front to the next, the whole content. Stored texts are never rewritten: they are upgraded when they are read. */
  readonly upgrades: Record<number, (content: Fields) => Fields>;
  /**
   * What a field says that nobody has filled in. What is as here is left out of the visible form, so that a field that joins
   * changes no hash of a text that was signed before: a default may be added, and none may ever be changed. What joins within
   * a field that is an object (a source, a lead picture) has its default there; within a list (a name) an upgrade brings it.
   */
  readonly bare: Readonly<Omit<C, "version" | "body">>;
  readonly hasBody: boolean;
  /** The fields once more, what stands in lists within them without what it says by default. */
  said?(fields: Fields): Fields;
  /** The other way round: what stands in lists within them with what it says by default. */
  unsaid?(fields: Fields): Fields;
  /** The fields in which a person types words, and the body, in the order in which a page shows them. */
  readonly typed: readonly (FieldOf<C> | "body")[];
  /** In the order in which a review shows what changed. */
  readonly fields: readonly FieldOf<C>[];

  readonly title: FieldOf<C>;
  /** The field that says its public address; null for what has none of its own. Fixed once readers know it. */
  readonly slug: FieldOf<C> | null;
  /** Whether that is one segment at the root of its site, where sections have theirs: nothing else may have the same. */
  readonly atRoot: boolean;
  /** The field that says in which section it stands, which is where roles are looked up; null: at the site's root. */
  readonly section: FieldOf<C> | null;
  /** Fields that lists show beside the title. */
  readonly card: readonly FieldOf<C>[];
  /** The field with the date it was known under before it came here. */
  readonly dated: FieldOf<C> | null;
  readonly secondSections: FieldOf<C> | null;
  readonly tags: FieldOf<C> | null;
  /** The field that names, by their numbers, other documents of the site to which readers are led. */
  readonly related?: FieldOf<C>;

  /** Fields that nobody types: a save leaves them as they are. */
  readonly untyped: readonly FieldOf<C>[];
  /** Fields that an update carries from the text it began from until it has its own: what readers were told once is not taken back. */
  readonly carried: readonly FieldOf<C>[];
  /** Fields that a copy begins without. */
  readonly notCopied: readonly FieldOf<C>[];
  /** The language in which it says what another document of the site says: it is begun as the sister of that one. */
  readonly sister?: "en";
  /** Moves of the workflow's table that make no sense for it. */
  readonly without: readonly string[];

  /** Why this text goes out over two people only, also in an emergency; null where one approver may bring it to readers then. */
  needsTwo?(content: C): string | null;

  /**
   * What else shows another thing once readers find it, find it no more or find it changed, beside what shows the document itself:
   * the lists that it comes into, leaves, or stands in with something of its own that they do not read from it.
   */
  touches(change: LiveChange): Fact[];

  /** What an empty text says already when somebody begins it. */
  begun(by: Beginning): Partial<C>;
  /** Addresses that stand beside the body, with the words that readers see. */
  links?(content: C): TextLink[];
  /** Pictures that stand beside the body, in reading order. */
  figures?(content: C): Figure[];
  /** Papers that it names by their numbers, and by what another one would be the same. */
  papers?(content: C): PapersNamed;
  /** It is of one week, which no other one may be of: whoever begins one is offered the next week that is free. */
  readonly ofWeek?: FieldOf<C>;
  /** Everything still missing, all at once. */
  gaps(content: C, facts?: GapFacts): Gap[];
};

/** @property named numbers of papers of the site */
export type PapersNamed = { named: readonly number[]; reference: string; issuer: string };

/** Who begins a text, on what site, and for when. */
export type Beginning = {
  personId: number;
  name: string;
  siteName: string;
  /** The Monday of the next week that is free, where the kind is of one. */
  week?: string | undefined;
};

/** What lists show of a document, as its text says it. */
export type Shown = {
  title: string;
  slug: string | null;
  sectionId: number | null;
  /** Without what is as on an empty text. */
  card: Fields;
  /** ISO instant; null for what first appears here. */
  datedAt: string | null;
  secondSectionIds: readonly number[];
  tagIds: readonly number[];
};

/** Where and how readers find a document, before and after a change; null while they do not. */
export type LiveChange = { siteId: number; before: Listed | null; after: Listed | null };
export type Listed = Pick<Shown, "title" | "slug" | "sectionId" | "card"> & {
  /** Every section on whose page it is listed: its own, its second ones, and all above these. */
  listedIn: readonly number[];
  /** The other lists in which it stands, and under which day: of its site, its tags, its authors, its corrections, its topics. */
  lines: readonly ListLine[];
  /** The document whose sister in another language it is. */
  sisterOfId: number | null;
};

/** @property day "2026-11-28" */
export type ListLine = {
  list:
    | ("site" | "tag" | "author" | "corrections")
    | ("topic" | "topic_pinned" | "topics")
    | ("english" | "english_corrections");
  ofId: number;
  day: string;
};

export function shownOf(kind: Kind, content: Content): Shown {
  const said = (field: string | null) => (field === null ? null : content[field]);
  return {
    title: said(kind.title) as string,
    slug: said(kind.slug) as string | null,
    sectionId: said(kind.section) as number | null,
    card: saidBeside(Object.fromEntries(kind.card.map((field) => [field, content[field]])), kind.bare),
    datedAt: said(kind.dated) as string | null,
    secondSectionIds: (said(kind.secondSections) as number[] | null) ?? [],
    tagIds: (said(kind.tags) as number[] | null) ?? [],
  };
}

export const titleOf = (kind: Kind, content: Content): string => shownOf(kind, content).title;
export const sectionOf = (kind: Kind, content: Content): number | null => shownOf(kind, content).sectionId;
