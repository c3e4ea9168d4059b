import { and, eq, isNotNull, ne } from "drizzle-orm";
import { documents } from "#db/schema/documents.ts";
import type { Tx } from "#db/transaction.ts";
import { type Around, RESERVED_AT_ROOT } from "./names.ts";
import { formerSlugsOf, sectionsOf } from "./sections-store.ts";

/** What a text may point to or stand beside on its site, seen from one document. */
type Places = {
  sectionIds: Set<number>;
  takenSlugs: Set<string>;
  takenTopicSlugs: Set<string>;
  pageIds: Set<number>;
  takenFronts: Set<number | null>;
};

export async function placesOf(tx: Tx, siteId: number, documentId: number): Promise<Places> {
  const known = await sectionsOf(tx, siteId);
  const pages = await pagesAtRoot(tx, siteId);
  const topics = await withAddress(tx, siteId, "topic");
  const others = pages.filter(({ id }) => id !== documentId);
  const own = pages.find(({ id }) => id === documentId)?.slug;
  // A page that had it before it was kept for the program goes on under it.
  const kept = RESERVED_AT_ROOT.filter((slug) => slug !== own);
  return {
    sectionIds: new Set(known.map(({ id }) => id)),
    takenSlugs: new Set([...kept, ...known.map(({ slug }) => slug), ...others.map(({ slug }) => slug)]),
    takenTopicSlugs: new Set(topics.filter(({ id }) => id !== documentId).map(({ slug }) => slug)),
    pageIds: new Set(pages.map(({ id }) => id)),
    takenFronts: await otherFronts(tx, siteId, documentId),
  };
}

/** What a section stands beside, or would. */
export async function aroundOf(tx: Tx, siteId: number): Promise<Around> {
  const pages = await pagesAtRoot(tx, siteId);
  return {
    tree: await sectionsOf(tx, siteId),
    former: await formerSlugsOf(tx, siteId),
    pageSlugs: pages.map(({ slug }) => slug),
  };
}

/** Pages that readers know, or knew, by an address of their own. */
const pagesAtRoot = (tx: Tx, siteId: number) => withAddress(tx, siteId, "page");

async function withAddress(tx: Tx, siteId: number, kind: "page" | "topic"): Promise<{ id: number; slug: string }[]> {
  const found = await tx
    .select({ id: documents.id, slug: documents.slug })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), eq(documents.kind, kind), isNotNull(documents.slug)));
  return found.map(({ id, slug }) => ({ id, slug: slug ?? "" }));
}

/** Of which sections readers have a front that is arranged in another document; null among them: of the site. */
async function otherFronts(tx: Tx, siteId: number, documentId: number): Promise<Set<number | null>> {
  const found = await tx
    .select({ card: documents.card })
    .from(documents)
    .where(
      and(
        eq(documents.siteId, siteId),
        eq(documents.kind, "front"),
        isNotNull(documents.liveRevisionId),
        ne(documents.id, documentId),
      ),
    );
  return new Set(found.map(({ card }) => (card.sectionId as number | undefined) ?? null));
}
