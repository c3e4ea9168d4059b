import type { Ref } from "react";
import type { ContentOf, KindName } from "#features/kinds/kinds.ts";
import type { NoteOffered } from "#features/kinds/notes.ts";
import type { Entry } from "#features/kinds/week.ts";
import type { Content, Fields } from "#features/text/kind.ts";
import type { Outcome } from "#lib/outcome.ts";

export type Option = { id: number; name: string };

/** In tree order; `depth` 0 is a section of the first level. */
export type SectionOption = Option & { depth: number };

/** Colleagues offered as authors. `post` is their position as bylines show it, often empty. */
export type PersonOption = Option & { post: string };

/** Everything of a text but its body, which the rich-text editor holds. */
export type FieldsOf<K extends KindName> = Omit<ContentOf[K], "version" | "body">;

/** What the editor of every kind is given. */
export type TextProps<K extends KindName> = {
  documentId: number;
  /** Who sits here: unsaved words that this browser keeps are offered back to the same person only. */
  personId: number;
  /** The buffer's version that `content` is: the base of the first save. */
  version: number;
  content: ContentOf[K];
  /** The text is frozen, or this person may only read it. */
  readOnly?: boolean;
  /** ISO instant of the last save, null when nothing was ever saved. */
  savedAt: string | null;
  /** Name of the colleague who saved last; null when it was this person, or nobody. */
  savedBy: string | null;
  /** Called after each save with the text that the server has now. */
  onSaved?: (content: ContentOf[K]) => void;
  ref?: Ref<EditorHandle>;
};

export type ArticleEditorProps = TextProps<"article"> & {
  sections: readonly SectionOption[];
  tags: readonly Option[];
  people: readonly PersonOption[];
  /** Articles that the text names as related, as they are called. */
  related: readonly Option[];
  /** False once the article has been live: its address stays. */
  slugEditable: boolean;
  /** Makes a tag of the site, or finds the one of that name. */
  onMakeTag: (name: string) => Promise<Outcome<Option>>;
  /** What readers may be told of this edition, or are owed. */
  notes?: readonly NoteOffered[];
  /** What the text that it began from says in the fields that it carries. */
  before?: Fields;
};

/** `slugEditable` as for an article. */
export type PageEditorProps = TextProps<"page"> & Pick<ArticleEditorProps, "slugEditable">;

export type PaperEditorProps = TextProps<"paper"> &
  Pick<ArticleEditorProps, "slugEditable"> & {
    /** Issuing bodies that papers of the site name. */
    bodies: readonly string[];
    /** What the papers that it names are called. */
    papers: readonly Option[];
    /** Papers that readers have, by words that somebody types. */
    onFindPapers: (words: string) => Promise<Outcome<Option[]>>;
  };
/** The same of a topic. */
export type TopicEditorProps = TextProps<"topic"> & Pick<ArticleEditorProps, "slugEditable">;
/** A banner is chosen and filled in; nothing is offered beside. */
export type BannerEditorProps = TextProps<"banner">;
/** The same of an English sister. */
export type TranslationEditorProps = TextProps<"translation"> &
  Pick<ArticleEditorProps, "slugEditable" | "notes" | "before">;
export type FrontEditorProps = TextProps<"front"> &
  Pick<ArticleEditorProps, "sections" | "tags"> & {
    /** Topics that readers know, or knew. */
    topics: readonly Option[];
  };

/** A calendar from which entries may be copied, and what its week is called. */
export type WeekBefore = { number: string; first: string; last: string; entries: readonly Entry[] };

export type WeekEditorProps = TextProps<"week"> &
  Pick<ArticleEditorProps, "slugEditable"> & {
    /** Weeks that are offered, by their Mondays; one that is taken has another calendar. */
    weeks: readonly { monday: string; isTaken: boolean }[];
    before: WeekBefore | null;
  };

export type SiteEditorProps = TextProps<"site"> & {
  sections: readonly SectionOption[];
  /** Pages that readers know, or knew. */
  pages: readonly Option[];
};

/** What the page around the editor may ask of it. */
export type EditorHandle = {
  /**
   * Saves at once what is not saved, before a move takes the text along.
   * @returns false when words are left that the server does not have
   */
  flush: () => Promise<boolean>;
  /**
   * Where words of an earlier visit are offered that nobody has answered for: a move would take the text along without
   * them. Null where there are none.
   */
  leftBehind: () => Promise<HTMLElement | null>;
  /** A figure whose picture is still on its way: a move would take the text along without it. Null where there is none. */
  picturesUnderWay: () => HTMLElement | null;
  /** The version that this page knows, and whether words stand here that the server does not have. */
  stands: () => { version: number; unsaved: boolean };
  /** The page has heard that nobody is signed in any more. */
  signedOut: () => void;
};

/**
 * What the `PUT /api/drafts/{documentId}` request says of the text, beside `by`, who opened the page. `tab` and `counter`,
 * the number of the last edit in it, make a repeat recognisable.
 */
export type SaveRequest = {
  tab: string;
  counter: number;
  base: number;
  /** This text was chosen over the one the server has: that one becomes a version. */
  replaces: boolean;
  content: Content;
};

/** 200 */
export type SaveAnswer = { version: number; savedAt: string };

/** What somebody else saved meanwhile. */
export type Theirs = { version: number; content: Content; savedBy: string; savedAt: string };

/** 409 `out_of_date` carries `theirs`; every other refusal only its sentence. */
export type SaveRefusal = { code: string; sentence?: string; theirs?: Theirs };
