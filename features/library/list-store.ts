import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { Cursor } from "#features/desk/address.ts";
import { COUNTED } from "#features/desk/lines.ts";
import { moment } from "#features/desk/lists-store.ts";
import { beyond, inOrder, like, within } from "#features/desk/ways-store.ts";
import { typesOf } from "#features/files/media.ts";
import { DAYS_AHEAD } from "#features/files/rights.ts";
import type { FileFilter, Lack, Right, Use } from "./filter.ts";
import { FILES_ON_A_PAGE, type LibraryFile } from "./types.ts";

/** A filter of the library, or of a dialog that offers its files: one of which nothing could be made is of no use there. */
export type Asked = Omit<FileFilter, "look"> & { onlyUsable?: boolean };

type Found = {
  files: LibraryFile[];
  /** Where they begin and end, for going on from there. */
  first: Cursor | null;
  last: Cursor | null;
  /** Whether there is more in the direction in which they were read. */
  goesOn: boolean;
};

type Row = Omit<LibraryFile, "at"> & { place: string };

/** One page of a site's files, the newest first. */
export async function filesFound(siteId: number, asked: Asked): Promise<Found> {
  const isBack = asked.cursor?.way === "before";
  const { rows } = await database().execute<Row>(sql`
    with shown as materialized (${inOrderOfArrival(siteId, asked, !isBack, FILES_ON_A_PAGE + 1)})
    select f.id, f.sha256, f.name, f.media_type as "mediaType", f.size::float as size, f.width, f.height, f.state, f.failure,
      f.hidden, f.renditions, f.made_with as "madeWith", f.placeholder, f.caption, f.credit, f.alt, f.used, f.live, ${RIGHTS} as rights,
      f.pages, f.text <> '' as "hasText", f.duration_ms as "durationMs", f.codecs,
      p.name as by, ${moment(sql`shown.at`)} as place
    from shown join files f on f.id = shown.id join people p on p.id = f.uploaded_by
    order by ${inOrder(sql`shown.at`, sql`shown.id`, !isBack)}`);
  const page = rows.slice(0, FILES_ON_A_PAGE);
  if (isBack) page.reverse();
  const cursorAt = (row: Row | undefined, way: Cursor["way"]) => (row ? { way, at: row.place, id: row.id } : null);
  return {
    files: page.map(({ place, ...file }) => ({ ...file, at: new Date(place) })),
    first: cursorAt(page[0], "before"),
    last: cursorAt(page.at(-1), "after"),
    goesOn: rows.length > FILES_ON_A_PAGE,
  };
}

/** By what right a file `f` is shown, as `FileRights` has it. */
const RIGHTS = sql`jsonb_build_object('owner', f.owner, 'licence', f.licence, 'licenceName', f.licence_name,
  'licenceEnd', to_char(f.licence_end, 'YYYY-MM-DD'), 'rightsNote', f.rights_note, 'peopleShown', f.people_shown,
  'childrenBasis', f.children_basis, 'consentHolder', f.consent_holder, 'ai', f.ai, 'asksRights', f.asks_rights,
  'rightsVersion', f.rights_version, 'hasEnded', coalesce(f.licence_end < today_here(), false))`;

/** How many files there are under a filter, up to one more than are counted. */
export async function countFound(siteId: number, asked: Asked): Promise<number> {
  const all = { ...asked, cursor: null };
  // In no order: what is looked for is not put in one to be counted.
  const found =
    asked.words === ""
      ? inOrderOfArrival(siteId, all, true, COUNTED + 1)
      : sql`select from files f where ${passing(siteId, all, true)} and ${says(asked.words)} limit ${COUNTED + 1}`;
  const { rows } = await database().execute<{ total: number }>(
    sql`select count(*)::integer as total from (${found}) counted`,
  );
  return rows[0]?.total ?? 0;
}

/**
 * So many files are looked through for words in the order of the list; and so many more where some of the first ones had them. A
 * page of words that one file in a hundred has is soon found so, where the index of words would lead to thousands that have to
 * be put in order; rarer ones are found by that index.
 */
const FIRST = 400;
const MORE = 8_000;
const SOME = 3;

/** The ids of files, and when they came, no more than `limit`. */
function inOrderOfArrival(siteId: number, asked: Asked, descends: boolean, limit: number): SQL {
  const order = inOrder(sql`at`, sql`id`, descends);
  const passed = passing(siteId, asked, descends);
  if (asked.words === "") {
    return sql`select f.id, f.uploaded_at as at from files f where ${passed} order by ${order} limit ${limit}`;
  }
  const among = (most: number) => sql`
    select id, at from (
      select f.id, f.uploaded_at as at, f.bare_words from files f where ${passed} order by ${order} limit ${most}
    ) f where ${says(asked.words)} order by ${order} limit ${limit}`;
  return sql`
    select id, at from (
      with near as materialized (${among(FIRST)}),
      further as materialized (
        select id, at from (${among(MORE)}) found where (select count(*) between ${SOME} and ${limit - 1} from near)
      ),
      everywhere as materialized (
        select f.id, f.uploaded_at as at from files f
        where (select count(*) from near) < ${limit} and (select count(*) from further) < ${limit}
          and ${passed} and ${says(asked.words)}
      )
      select id, at from near where (select count(*) from near) >= ${limit}
      union all select id, at from further where (select count(*) from further) >= ${limit}
      union all select id, at from everywhere
    ) found order by ${order} limit ${limit}`;
}

/**
 * What stands before a word, in sentences and in names of files. The index takes each of them for the same: asked for a letter behind a
 * blank alone, it leads to every "jpg" of the library, and none of them is it.
 */
const BEFORE_A_WORD = [" ", ".", "-", "_", "("];

/** Whether a file `f` has words in it. The index of words knows one letter, or two, only where a word begins with them. */
function says(words: string): SQL {
  const text = sql`f.bare_words`;
  if ([...words].length > 2) return like(text, words);
  return sql`(${sql.join(
    BEFORE_A_WORD.map((before) => like(text, `${before}${words}`)),
    sql` or `,
  )})`;
}

function passing(siteId: number, asked: Asked, descends: boolean): SQL {
  return sql`f.site_id = ${siteId} and not f.erased and f.binned_at is null and ${passes(siteId, asked)}
    and ${beyond(sql`f.uploaded_at`, sql`f.id`, asked.cursor, descends)} and ${within(sql`f.uploaded_at`, asked)}`;
}

function passes(siteId: number, asked: Asked): SQL {
  const { kind, personId, use, lack, collectionId, alike, right, onlyUsable = false } = asked;
  const all = [
    kind === null ? null : sql`f.media_type = any(${sql.param(`{${typesOf(kind).join(",")}}`)}::text[])`,
    personId === null ? null : sql`f.uploaded_by = ${personId}`,
    use === null ? null : USED[use],
    lack === null ? null : LACKING[lack],
    collectionId === null ? null : lyingIn(siteId, collectionId),
    alike === null ? null : lookingLike(siteId, alike),
    right === null ? null : RIGHT[right],
    onlyUsable ? sql`f.state <> 'failed' and not f.hidden` : null,
  ].filter((one) => one !== null);
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

/** A collection has its limit (`MOST_IN_COLLECTION`): its numbers are found first, as below. */
function lyingIn(siteId: number, collectionId: number): SQL {
  return sql`f.id = any(array(
    select c.file_id from collections l join collection_files c on c.collection_id = l.id
    where l.id = ${collectionId} and l.site_id = ${siteId}))`;
}

/**
 * Pictures of which no more bits than these are another one's are taken for nearly the same. Of six none is missed
 * (`parts_of_likeness`); sharp-phash's own advice is "under five", which misses pictures that were cut at their edges.
 */
const MOST_OTHER_BITS = 6;

/** Few files look like another one: they are found first, and the list is narrowed to their numbers. */
function lookingLike(siteId: number, sha256: string): SQL {
  return sql`f.id = any(array(
    select other.id from files one join files other on other.likeness_parts && one.likeness_parts and other.likeness is not null
    where one.site_id = ${siteId} and one.sha256 = ${sha256} and other.site_id = ${siteId} and other.id <> one.id
      and bit_count(other.likeness # one.likeness) <= ${MOST_OTHER_BITS}))`;
}

const USED: Record<Use, SQL> = { used: sql`f.used`, unused: sql`not f.used`, live: sql`f.live and not f.hidden` };
const LACKING: Record<Lack, SQL> = {
  alt: sql`f.alt = '' and f.media_type like 'image/%'`,
  failed: sql`f.state = 'failed'`,
  hidden: sql`f.hidden`,
};
const RIGHT: Record<Right, SQL> = {
  ended: sql`f.licence_end is not null and f.licence_end < today_here()`,
  ending: sql`f.licence_end is not null and f.licence_end between today_here() and today_here() + ${DAYS_AHEAD}::integer`,
  unsaid: sql`(f.media_type like 'image/%' or f.media_type like 'video/%') and (f.licence is null or f.people_shown is null)`,
  ai: sql`f.ai <> 'none'`,
};
