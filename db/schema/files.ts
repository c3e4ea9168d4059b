import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  bit,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { moment, ownId, sealOfRow } from "./columns.ts";
import { editions } from "./editions.ts";
import { people } from "./people.ts";
import { revisions } from "./revisions.ts";
import { sites } from "./sites.ts";

/** A picture that is made of another one: its size in pixels, and how many bytes it has. */
export type Rendition = { format: "avif" | "webp" | "jpeg"; width: number; height: number; bytes: number };

/**
 * Files are kept under the SHA-256 of their bytes; the bytes lie in the storage (`features/files/storage`). Texts name them by
 * that hash and carry the words of each use themselves: what stands here is what a use begins with.
 */
export const files = pgTable(
  "files",
  {
    id: ownId(),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    sha256: text("sha256").notNull(),
    /** As the bytes say, never as the name does. */
    mediaType: text("media_type").notNull(),
    /** What the file was called by whoever brought it, cleaned. */
    name: text("name").notNull().default(""),
    /** Bytes. */
    size: bigint("size", { mode: "number" }).notNull(),
    /** Pixels, the picture upright; of a document its first page as it was drawn; of a video as it is played. Null until it was looked at, and where nothing is seen. */
    width: integer("width"),
    height: integer("height"),
    /** Waiting: the worker has not made yet what readers get of it. */
    state: text("state", { enum: ["waiting", "ready", "failed"] })
      .notNull()
      .default("waiting"),
    /** Why it cannot be used: a word that `features/files/failures.ts` has a sentence for. */
    failure: text("failure"),
    /** What readers get of it, smallest first within a format. */
    renditions: jsonb("renditions").$type<Rendition[]>().notNull().default([]),
    /** By which settings they were made (`features/files/settings.ts`); null until they were. */
    madeWith: integer("made_with"),
    /** A data: address of under 200 bytes, shown until the picture is there. */
    placeholder: text("placeholder").notNull().default(""),
    /** What a picture looks like (`features/renditions/likeness.ts`): two that differ in few of these bits look nearly the same. */
    likeness: bit("likeness", { dimensions: 64 }),
    /** By which such pictures are found: see `parts_of_likeness`. */
    likenessParts: integer("likeness_parts").array().generatedAlwaysAs(sql`parts_of_likeness(likeness)`),
    /** Of a PDF; null until it was looked at, and for everything else. */
    pages: integer("pages"),
    /** Milliseconds, of what is played; null until it was looked at, for everything else, and where it does not say. */
    durationMs: integer("duration_ms"),
    /** How picture and sound are spelt in what is played ("AVC, AAC"); "" for everything else. */
    codecs: text("codecs").notNull().default(""),
    /** The words of a document, or of subtitles, for searching and reading; "" where there are none, or none that can be read. */
    text: text("text").notNull().default(""),
    caption: text("caption").notNull().default(""),
    credit: text("credit").notNull().default(""),
    alt: text("alt").notNull().default(""),
    creator: text("creator").notNull().default(""),
    copyright: text("copyright").notNull().default(""),
    keywords: text("keywords").array().notNull().default(sql`'{}'`),
    /** When it was taken, as the camera says, read by the clock of Vietnam where it names none. */
    takenAt: moment("taken_at"),
    uploadedBy: integer("uploaded_by")
      .notNull()
      .references(() => people.id),
    uploadedAt: moment("uploaded_at").notNull().defaultNow(),
    /** Counts how often its words were changed, and says who changed them last and when; nobody before somebody has. */
    version: integer("version").notNull().default(0),
    changedBy: integer("changed_by").references(() => people.id),
    changedAt: moment("changed_at"),
    /**
     * For lists, and written by the database alone: whether a kept text or a draft names it, and whether one does that readers
     * have. Whoever decides whether a file may go asks `revision_files` and `draft_files`.
     */
    used: boolean("used").notNull().default(false),
    live: boolean("live").notNull().default(false),
    /** What the library searches in; `words_of_file` says what that is. */
    bareWords: text("bare_words").generatedAlwaysAs(sql`words_of_file(name, caption, credit, alt, keywords, text)`),
    /** Who has let its macros in, where somebody has: what runs in a document is stopped until then. */
    macrosBy: integer("macros_by").references(() => people.id),
    /**
     * Where it has gone: from readers, into the bin, for good. What was done says so (`file_events`), and the database writes it
     * here; nobody else may.
     */
    hidden: boolean("hidden").notNull().default(false),
    binnedAt: moment("binned_at"),
    erased: boolean("erased").notNull().default(false),
    /** Brought since a site asks by what right it is shown: what is not said of it then stands in the way of publishing. */
    asksRights: boolean("asks_rights").notNull().default(true),
    /** Whose it is. */
    owner: text("owner").notNull().default(""),
    /** By what right it is shown; null: nobody has said. */
    licence: text("licence", { enum: ["own", "given", "agency", "free", "quoted"] }),
    /** Of a free licence, its name or its address. */
    licenceName: text("licence_name").notNull().default(""),
    /** The last day on which it may be shown, by the clock of Vietnam; null where it does not end. */
    licenceEnd: date("licence_end", { mode: "string" }),
    /** Where the paper lies. */
    rightsNote: text("rights_note").notNull().default(""),
    /** Whether children can be recognised on it; null: nobody has said. */
    peopleShown: text("people_shown", { enum: ["no_child", "children", "public_event"] }),
    /** On what basis children are shown, and who holds what was signed. */
    childrenBasis: text("children_basis", { enum: ["parents", "school", "authority"] }),
    consentHolder: text("consent_holder").notNull().default(""),
    /** Whether a generative program made it, or changed it: what a use of it begins with. */
    ai: text("ai", { enum: ["none", "edited", "made"] })
      .notNull()
      .default("none"),
    /** Counts how often the above was changed; the database counts, and keeps each change in `file_rights`. */
    rightsVersion: integer("rights_version").notNull().default(0),
    rightsBy: integer("rights_by").references(() => people.id),
    rightsAt: moment("rights_at"),
  },
  (t) => [
    unique("one_file_for_its_bytes").on(t.siteId, t.sha256),
    check("a_file_hash_is_sha256", sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check("a_file_is_in_one_of_three_states", sql`${t.state} in ('waiting', 'ready', 'failed')`),
    check("a_failed_file_says_why", sql`(${t.state} = 'failed') = (${t.failure} is not null)`),
    check(
      "a_ready_file_has_what_readers_get",
      sql`${t.erased} or ${t.state} <> 'ready' or (${t.madeWith} is not null and (${t.mediaType} not like 'image/%'
        or (jsonb_array_length(${t.renditions}) > 0 and num_nulls(${t.width}, ${t.height}) = 0)))`,
    ),
    check("a_licence_is_one_of_five", sql`${t.licence} in ('own', 'given', 'agency', 'free', 'quoted')`),
    check("a_free_licence_has_a_name", sql`${t.licence} is distinct from 'free' or ${t.licenceName} <> ''`),
    check("people_shown_are_of_three_kinds", sql`${t.peopleShown} in ('no_child', 'children', 'public_event')`),
    check("children_are_shown_on_one_of_three_bases", sql`${t.childrenBasis} in ('parents', 'school', 'authority')`),
    check(
      "a_basis_is_for_children",
      sql`${t.peopleShown} is not distinct from 'children' or (${t.childrenBasis} is null and ${t.consentHolder} = '')`,
    ),
    check("a_file_has_one_of_three_ai_labels", sql`${t.ai} in ('none', 'edited', 'made')`),
    check("what_is_played_lasts", sql`${t.durationMs} > 0`),
    index("files_by_their_bytes").on(t.sha256),
    index("files_to_be_made").on(t.id).where(sql`${t.state} = 'waiting'`),
    index("files_by_arrival").on(t.siteId, t.uploadedAt, t.id),
    index("files_of_a_person").on(t.siteId, t.uploadedBy, t.uploadedAt, t.id),
    index("files_by_use").on(t.siteId, t.used, t.uploadedAt, t.id),
    index("files_that_are_live").on(t.siteId, t.uploadedAt, t.id).where(sql`${t.live}`),
    index("files_without_alt").on(t.siteId, t.uploadedAt, t.id).where(sql`${t.alt} = ''`),
    index("files_that_look_alike").using("gin", t.likenessParts).where(sql`${t.likeness} is not null`),
    index("files_that_failed").on(t.siteId, t.uploadedAt, t.id).where(sql`${t.state} = 'failed'`),
    index("files_whose_licence_ends").on(t.siteId, t.uploadedAt, t.id).where(sql`${t.licenceEnd} is not null`),
    index("files_of_unsaid_rights")
      .on(t.siteId, t.uploadedAt, t.id)
      .where(
        sql`(${t.mediaType} like 'image/%' or ${t.mediaType} like 'video/%') and (${t.licence} is null or ${t.peopleShown} is null)`,
      ),
    index("files_with_an_ai_label").on(t.siteId, t.uploadedAt, t.id).where(sql`${t.ai} <> 'none'`),
    index("files_in_the_bin").on(t.siteId, t.binnedAt, t.id).where(sql`${t.binnedAt} is not null`),
    index("files_that_are_hidden").on(t.siteId, t.uploadedAt, t.id).where(sql`${t.hidden}`),
    index("files_kept_from_readers").on(t.id).where(sql`${t.hidden} or ${t.erased}`),
  ],
);

const DEEDS = [
  ...(["hidden", "shown", "binned", "restored"] as const),
  ...(["erase_asked", "erase_withdrawn", "erased", "erased_again", "swept"] as const),
] as const;
/** What may be done that a file comes or goes by. */
export type Deed = (typeof DEEDS)[number];

/**
 * What was done that a file came or went by: append-only, sealed, and by hash, for the row of a file may go. What it makes of the
 * file's row the database does itself.
 */
export const fileEvents = pgTable(
  "file_events",
  {
    id: ownId(),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    sha256: text("sha256").notNull(),
    /** `erased_again`: an older copy of the database was brought back. `swept`: none of its bytes are left. */
    kind: text("kind", { enum: DEEDS }).notNull(),
    /** Null: the program by itself. */
    byId: integer("by_id").references(() => people.id),
    /** For the office alone. */
    reason: text("reason").notNull().default(""),
    /** The asking for an erasure that this is the answer to. */
    askId: integer("ask_id").references((): AnyPgColumn => fileEvents.id),
    at: moment("at").notNull().defaultNow(),
    seal: sealOfRow(),
  },
  (t) => [
    check("a_deed_names_a_file_by_its_hash", sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check(
      "a_deed_is_of_a_known_kind",
      sql`${t.kind} in ('hidden', 'shown', 'binned', 'restored', 'erase_asked', 'erase_withdrawn', 'erased', 'erased_again', 'swept')`,
    ),
    check("who_hides_or_asks_to_erase_says_why", sql`${t.kind} not in ('hidden', 'erase_asked') or ${t.reason} <> ''`),
    check("an_answer_is_to_an_asking", sql`(${t.kind} in ('erase_withdrawn', 'erased')) = (${t.askId} is not null)`),
    uniqueIndex("an_asking_is_answered_once").on(t.askId).where(sql`${t.askId} is not null`),
    index("deeds_of_a_file").on(t.siteId, t.sha256, t.id),
    index("erased_files").on(t.sha256).where(sql`${t.kind} in ('erased', 'erased_again')`),
    index("erasures_asked_for").on(t.siteId, t.id).where(sql`${t.kind} = 'erase_asked'`),
  ],
);

/**
 * Parts of pictures that texts show: a picture turned and cut, of which readers get that alone. Spelt as texts spell it
 * (`features/text/picture-cut.ts`). The file is the original; what is made of it here is kept beside what is made of the whole.
 */
export const fileCuts = pgTable(
  "file_cuts",
  {
    id: ownId(),
    fileId: integer("file_id")
      .notNull()
      .references(() => files.id, { onDelete: "cascade" }),
    cut: text("cut").notNull(),
    /** All as for a file; pixels are those of what is left. */
    width: integer("width"),
    height: integer("height"),
    state: text("state", { enum: ["waiting", "ready", "failed"] })
      .notNull()
      .default("waiting"),
    failure: text("failure"),
    renditions: jsonb("renditions").$type<Rendition[]>().notNull().default([]),
    madeWith: integer("made_with"),
    placeholder: text("placeholder").notNull().default(""),
    /** Since when the worker has found that no text shows it; null of one that is shown, or that nobody has looked for yet. */
    unusedSince: moment("unused_since"),
  },
  (t) => [
    unique("one_row_for_a_cut").on(t.fileId, t.cut),
    check("a_cut_is_spelt_as_one", sql`${t.cut} ~ '^(0|90|180|270)(-(0|[1-9][0-9]{0,3}|10000)){4}$'`),
    check("a_cut_is_in_one_of_three_states", sql`${t.state} in ('waiting', 'ready', 'failed')`),
    check("a_failed_cut_says_why", sql`(${t.state} = 'failed') = (${t.failure} is not null)`),
    check(
      "a_ready_cut_has_what_readers_get",
      sql`${t.state} <> 'ready' or (jsonb_array_length(${t.renditions}) > 0 and num_nulls(${t.width}, ${t.height}, ${t.madeWith}) = 0)`,
    ),
    index("cuts_to_be_made").on(t.id).where(sql`${t.state} = 'waiting'`),
    index("cuts_that_nobody_shows").on(t.id).where(sql`${t.unusedSince} is not null`),
  ],
);

/** Which files a kept text names, and how it cuts them: written by the database from the canonical text, and gone with it. */
export const revisionFiles = pgTable(
  "revision_files",
  {
    revisionId: integer("revision_id").notNull(),
    documentId: integer("document_id").notNull(),
    sha256: text("sha256").notNull(),
    /** "" where the whole file is shown. */
    cut: text("cut").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.revisionId, t.sha256, t.cut] }),
    foreignKey({
      name: "files_are_named_by_a_text_of_the_document",
      columns: [t.documentId, t.revisionId],
      foreignColumns: [revisions.documentId, revisions.id],
    }),
    index("texts_that_name_a_file").on(t.sha256, t.revisionId),
    index("texts_that_show_a_cut").on(t.sha256, t.cut, t.revisionId),
    index("documents_that_name_a_file").on(t.sha256, t.documentId),
  ],
);

/** Which files the text of an edition names as it is being written: the database's own as well. */
export const draftFiles = pgTable(
  "draft_files",
  {
    editionId: integer("edition_id")
      .notNull()
      .references(() => editions.id),
    documentId: integer("document_id").notNull(),
    sha256: text("sha256").notNull(),
    since: moment("since").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.editionId, t.sha256] }),
    index("drafts_that_name_a_file").on(t.sha256, t.documentId),
  ],
);

/**
 * Which files have ever belonged to a video in a text, as its poster or its subtitles: written by the database when a draft is saved,
 * and not forgotten when the text lets go of them, since that is when somebody tidies up.
 */
export const filesBeside = pgTable(
  "files_beside",
  {
    fileId: integer("file_id")
      .notNull()
      .references(() => files.id, { onDelete: "cascade" }),
    besideId: integer("beside_id")
      .notNull()
      .references(() => files.id, { onDelete: "cascade" }),
    which: text("which", { enum: ["poster", "subtitles"] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.fileId, t.besideId, t.which] }),
    index("files_that_have_one_beside").on(t.besideId),
    check("what_is_beside_is_a_poster_or_subtitles", sql`${t.which} in ('poster', 'subtitles')`),
  ],
);
