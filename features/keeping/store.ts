import { and, asc, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { fileChecks } from "#db/schema/file-checks.ts";
import { fileCuts, files, type Rendition } from "#db/schema/files.ts";
import { sharePictures } from "#db/schema/share-pictures.ts";
import { sites } from "#db/schema/sites.ts";
import type { Tx } from "#db/transaction.ts";
import { isKept } from "#features/files/checks-store.ts";
import { isErased } from "#features/files/deeds-store.ts";

/** What has to lie in the storage of one file on one site, or of a cut of it. */
export type Listed = {
  /** The file's. */
  id: number;
  /** Null for the whole file. */
  cutId: number | null;
  /** As texts spell it; "" for the whole file. */
  cut: string;
  sha256: string;
  name: string;
  /** Null while readers get nothing of it. */
  madeWith: number | null;
  renditions: Rendition[];
  state: "waiting" | "ready" | "failed";
};

const file = { id: files.id, sha256: files.sha256, name: files.name };
const listed = {
  ...{ ...file, cutId: sql<null>`null`, cut: sql<string>`''`, state: files.state },
  ...{ madeWith: files.madeWith, renditions: files.renditions },
};
const listedCut = {
  ...{ ...file, cutId: fileCuts.id, cut: fileCuts.cut, state: fileCuts.state },
  ...{ madeWith: fileCuts.madeWith, renditions: fileCuts.renditions },
};

/** Files whose hashes begin alike, in the order of their hashes, and after them their cuts. @param beginning of a hash */
export async function listedUnder(beginning: string): Promise<Listed[]> {
  return listedWhere(and(gte(files.sha256, beginning), lt(files.sha256, `${beginning}g`)));
}

/** All sites' files of the same bytes, and after them their cuts. */
export async function listedAs(sha256: string): Promise<Listed[]> {
  return listedWhere(eq(files.sha256, sha256));
}

async function listedWhere(isAsked: SQL | undefined): Promise<Listed[]> {
  const db = database();
  const isListed = and(isKept, isAsked);
  const whole = await db.select(listed).from(files).where(isListed).orderBy(asc(files.sha256), asc(files.id));
  const cuts = await db
    .select(listedCut)
    .from(fileCuts)
    .innerJoin(files, eq(files.id, fileCuts.fileId))
    .where(isListed)
    .orderBy(asc(files.sha256), asc(fileCuts.id));
  return [...whole, ...cuts];
}

/** The same bytes of which nobody has looked for longest; first those that were in trouble. */
export async function longestUnread(most: number): Promise<string[]> {
  const found = await database()
    .select({ sha256: files.sha256 })
    .from(files)
    .leftJoin(fileChecks, eq(fileChecks.sha256, files.sha256))
    .where(isKept)
    .groupBy(files.sha256, fileChecks.trouble, fileChecks.checkedAt)
    .orderBy(sql`${fileChecks.trouble} is null`, sql`${fileChecks.checkedAt} nulls first`, asc(files.sha256))
    .limit(most);
  return found.map(({ sha256 }) => sha256);
}

/** How many different bytes there are. */
export async function countKept(): Promise<number> {
  const [found] = await database()
    .select({ kept: sql<number>`count(distinct ${files.sha256})::integer` })
    .from(files)
    .where(isKept);
  return found?.kept ?? 0;
}

/** Which of these have a file that is to be kept. */
export async function hashesKept(
  hashes: readonly string[],
  db: Pick<Tx, "selectDistinct"> = database(),
): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const found = await db
    .selectDistinct({ sha256: files.sha256 })
    .from(files)
    .where(and(isKept, inArray(files.sha256, [...hashes])));
  return new Set(found.map(({ sha256 }) => sha256));
}

/** A text, and files (or cuts of them) that the list of its files has and the text has not, or the other way round. */
export type Misnamed = { revisionId: number; documentId: number; lacks: string[]; extra: string[] };

/** So many texts in one question. */
const PAGE = 500;

/** Texts of which the database's list of their files says something else than they say themselves, by number. */
export async function* misnamed(): AsyncGenerator<{ looked: number; found: Misnamed[] }> {
  for (let last = 0; ; ) {
    const { rows } = await database().execute<Misnamed & { looked: number; until: number }>(sql`
      with page as (select id, document_id, canonical from revisions where id > ${last} order by id limit ${PAGE}),
      named as (
        select p.id, n.sha256, n.cut from page p cross join lateral files_named_by(p.canonical) n
        where p.canonical like '%"file":"%'),
      kept as (select revision_id as id, sha256, cut from revision_files where revision_id in (select id from page)),
      differing as (
        select id, concat_ws('/', sha256, nullif(cut, '')) as use, k.sha256 is not null as is_extra
        from named n full join kept k using (id, sha256, cut)
        where n.sha256 is null or k.sha256 is null)
      select (select count(*)::integer from page) as looked, (select max(id) from page) as until,
        p.id as "revisionId", p.document_id as "documentId",
        coalesce(array_agg(d.use order by d.use) filter (where not d.is_extra), '{}') as lacks,
        coalesce(array_agg(d.use order by d.use) filter (where d.is_extra), '{}') as extra
      from (select 1) always left join (page p join differing d on d.id = p.id) on true
      group by p.id, p.document_id order by p.id`);
    const [first] = rows;
    if (!first?.until) return;
    yield { looked: first.looked, found: rows.filter(({ revisionId }) => revisionId !== null) };
    last = first.until;
  }
}

/** The pictures for sharing whose hashes begin alike, in the order of their hashes. */
export async function sharesUnder(beginning: string): Promise<{ documentId: number; sha256: string; bytes: number }[]> {
  const { documentId, sha256, bytes } = sharePictures;
  return database()
    .select({ documentId, sha256, bytes })
    .from(sharePictures)
    .where(and(gte(sha256, beginning), lt(sha256, `${beginning}g`)))
    .orderBy(asc(sha256));
}

/** Whether a document is shared with this picture, or was last. */
export async function isShareNamed(sha256: string): Promise<boolean> {
  const [found] = await database()
    .select({ documentId: sharePictures.documentId })
    .from(sharePictures)
    .where(eq(sharePictures.sha256, sha256));
  return found !== undefined;
}

/** The number of a site by its key; null where this database has none. */
export async function siteOf(tx: Tx, key: string): Promise<number | null> {
  const [found] = await tx.select({ id: sites.id }).from(sites).where(eq(sites.key, key));
  return found?.id ?? null;
}

/** Whether a site's record does not say yet that a file was erased, and the number of its row, where there is one. */
export async function isToBeErased(
  tx: Tx,
  siteId: number,
  sha256: string,
): Promise<{ isDue: boolean; fileId: number | null }> {
  const [row] = await tx
    .select({ id: files.id, erased: files.erased })
    .from(files)
    .where(and(eq(files.siteId, siteId), eq(files.sha256, sha256)))
    .for("no key update");
  const isDue = !((row?.erased ?? true) && (await isErased(siteId, sha256, tx)));
  return { isDue, fileId: row?.id ?? null };
}

/** How many files are kept from readers, and lie in the bin, on all sites together. */
export async function countGoing(): Promise<{ hidden: number; binned: number }> {
  const count = (which: SQL) => sql<number>`(count(*) filter (where ${which}))::integer`;
  const [found] = await database()
    .select({
      hidden: count(sql`${files.hidden} and not ${files.erased}`),
      binned: count(sql`${files.binnedAt} is not null`),
    })
    .from(files);
  return found ?? { hidden: 0, binned: 0 };
}
