import { and, asc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { files, revisionFiles } from "#db/schema/files.ts";
import { sharePictures } from "#db/schema/share-pictures.ts";
import { sections, sites } from "#db/schema/sites.ts";
import type { Tx } from "#db/transaction.ts";
import type { Sharing } from "./share-picture.ts";

const siteDocument = alias(documents, "site_document");
const original = alias(documents, "original");

const hasOwn = sql<boolean>`exists(
  select from ${revisionFiles} named join ${files} f on f.site_id = ${documents.siteId} and f.sha256 = named.sha256
  where named.revision_id = ${documents.liveRevisionId} and f.media_type like 'image/%' and not f.erased and not f.hidden)`;

function sharings(db: Pick<Tx, "select">) {
  return db
    .select({
      ...{ number: documents.id, siteId: documents.siteId, headline: documents.title, hasOwn },
      sisterOfId: documents.sisterOfId,
      section: sql<string>`coalesce(${sections.name}, '')`,
      // As it says itself; before that, as its maker called it.
      site: sql<string>`coalesce(nullif(${siteDocument.title}, ''), ${sites.name})`,
      ...{ drawn: sharePictures.sha256, bytes: sharePictures.bytes },
    })
    .from(documents)
    .innerJoin(sites, eq(sites.id, documents.siteId))
    .leftJoin(sections, eq(sections.id, documents.sectionId))
    .leftJoin(siteDocument, and(eq(siteDocument.siteId, documents.siteId), eq(siteDocument.kind, "site")))
    .leftJoin(original, eq(original.id, documents.sisterOfId))
    .leftJoin(sharePictures, eq(sharePictures.documentId, documents.id))
    .$dynamic();
}

const isShared = and(
  eq(documents.visibility, "live"),
  inArray(documents.kind, ["article", "page", "paper", "topic", "translation"]),
  // Readers have a sister only with what she is the sister of.
  or(isNull(documents.sisterOfId), eq(original.visibility, "live")),
);

/** Null of what readers do not get. */
export async function findSharing(
  siteId: number,
  number: number,
  db: Pick<Tx, "select"> = database("front"),
): Promise<Sharing | null> {
  const [found] = await sharings(db).where(and(isShared, eq(documents.siteId, siteId), eq(documents.id, number)));
  return found ?? null;
}

/** The same of a number alone. Until the transaction ends the document stays as it is: what is kept then is of the words that it has. */
export async function holdSharing(tx: Tx, number: number): Promise<Sharing | null> {
  const [found] = await sharings(tx)
    .where(and(isShared, eq(documents.id, number)))
    .for("share", { of: documents });
  return found ?? null;
}

/** Whatever is live, by number, from the one after `last`. @param siteId only of that site */
export async function sharingsAfter(tx: Tx, last: number, most: number, siteId?: number): Promise<Sharing[]> {
  const ofSite = siteId === undefined ? undefined : eq(documents.siteId, siteId);
  return sharings(tx)
    .where(and(isShared, gt(documents.id, last), ofSite))
    .orderBy(asc(documents.id))
    .limit(most);
}

/** Says which picture was drawn last. @returns which one it takes the place of; null where it is the first, or the same */
export async function keepShare(
  tx: Tx,
  documentId: number,
  drawn: { sha256: string; bytes: number },
): Promise<string | null> {
  const [before] = await tx
    .select({ sha256: sharePictures.sha256 })
    .from(sharePictures)
    .where(eq(sharePictures.documentId, documentId));
  await tx
    .insert(sharePictures)
    .values({ documentId, ...drawn })
    .onConflictDoUpdate({ target: sharePictures.documentId, set: drawn });
  return before && before.sha256 !== drawn.sha256 ? before.sha256 : null;
}

/** @returns which picture was drawn of it; null where none was */
export async function dropShare(tx: Tx, documentId: number): Promise<string | null> {
  const [dropped] = await tx
    .delete(sharePictures)
    .where(eq(sharePictures.documentId, documentId))
    .returning({ sha256: sharePictures.sha256 });
  return dropped?.sha256 ?? null;
}
