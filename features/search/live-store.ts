import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { papers } from "#db/schema/papers.ts";
import { sections } from "#db/schema/sites.ts";
import type { Form } from "#features/kinds/article.ts";
import { filesOfTexts, isFindable, liveTexts } from "./texts-store.ts";

/** Of these documents those that readers of a site get at this moment, in the order that was given. */
export async function liveAmong(siteId: number, documentIds: readonly number[]): Promise<number[]> {
  if (documentIds.length === 0) return [];
  const found = await database("search")
    .select({ id: documents.id })
    .from(documents)
    .where(isLiveOne(siteId, documentIds));
  const live = new Set(found.map(({ id }) => id));
  return documentIds.filter((id) => live.has(id));
}

const original = alias(documents, "translated");

/** What stands over and under a result; of a paper, from when to when it holds; of an English text, until when what it is the sister of does. */
export async function placesOf(siteId: number, documentIds: readonly number[]) {
  if (documentIds.length === 0) return [];
  return database("search")
    .select({
      documentId: documents.id,
      kind: documents.kind,
      title: documents.title,
      slug: documents.slug,
      section: { id: sections.id, name: sections.name, slug: sections.slug },
      holds: { documentId: papers.documentId, effectiveOn: papers.effectiveOn, endsOn: papers.endsOn },
      // As lists have it: a field as on an empty text is left out.
      original: sql<{ kind?: Form; validUntil?: string }>`jsonb_strip_nulls(jsonb_build_object(
        'kind', ${original.card} -> 'kind', 'validUntil', ${original.card} -> 'validUntil'))`,
    })
    .from(documents)
    .leftJoin(original, eq(original.id, documents.sisterOfId))
    .leftJoin(sections, eq(sections.id, documents.sectionId))
    .leftJoin(papers, eq(papers.documentId, documents.id))
    .where(isLiveOne(siteId, documentIds));
}

/** What readers get of these documents now, and the words of the files that come with it. */
export const textsNow = (documentIds: readonly number[]) => liveTexts(database("search"), documentIds);
export const filesNow = (revisionIds: readonly number[]) => filesOfTexts(database("search"), revisionIds);

const isLiveOne = (siteId: number, documentIds: readonly number[]) =>
  and(sql`${documents.id} = any(${sql.param([...documentIds])}::integer[])`, eq(documents.siteId, siteId), isFindable);
