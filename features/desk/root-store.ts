import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { pagePath } from "#features/addresses/public.ts";
import { bannerCardOf } from "#features/kinds/banner.ts";
import { type PageContent, page } from "#features/kinds/page.ts";
import type { BannerLine, Line } from "./lines.ts";
import { isSeen, type LineRow, lineOf, lineWith, moment, type Ranks } from "./lists-store.ts";

/** A page as a line of the desk; `path` and `place` as readers have them, null before they do. */
export type PageLine = Line & { path: string | null; place: PageContent["place"] | null };

/** The pages of a site that somebody may see, by name: those that were put away for good come last. */
export async function pagesSeen(ranks: Ranks): Promise<PageLine[]> {
  const { rows } = await database().execute<LineRow & { slug: string | null; card: Partial<PageContent> }>(sql`
    select ${lineWith()}, d.slug, d.card
    from desk_lines l join documents d on d.id = l.document_id
    where l.kind = 'page' and l.kind <> 'article' and ${isSeen(ranks)}
    order by l.state is null and l.visibility = 'never_live', l.title, l.document_id
    limit 500`);
  return rows.map(({ card, slug, ...row }) => {
    if (slug === null) return { ...lineOf(row), path: null, place: null };
    // A card leaves out what is as on an empty page.
    return { ...lineOf(row), path: pagePath(slug), place: { ...page.bare, ...card }.place };
  });
}

/** The newest banners of a site that somebody may see. */
export async function bannersSeen(ranks: Ranks): Promise<BannerLine[]> {
  const { rows } = await database().execute<LineRow & { card: Record<string, unknown>; liveSince: string | null }>(sql`
    select ${lineWith()}, d.card, ${moment(sql`d.live_since`)} as "liveSince"
    from desk_lines l join documents d on d.id = l.document_id
    where l.kind = 'banner' and l.kind <> 'article' and ${isSeen(ranks)}
    order by l.changed_at desc, l.document_id desc
    limit 200`);
  return rows.map(({ card, liveSince, ...row }) => ({
    ...lineOf(row),
    liveSince: liveSince === null ? null : new Date(liveSince),
    card: row.visibility === "never_live" ? null : bannerCardOf(card),
  }));
}

/** How pages of a site are arranged, as far as somebody may see it, by name: what was put away for good comes last. */
export async function frontsSeen(ranks: Ranks): Promise<Line[]> {
  const { rows } = await database().execute<LineRow>(sql`
    select ${lineWith()}
    from desk_lines l
    where l.kind = 'front' and l.kind <> 'article' and ${isSeen(ranks)}
    order by l.state is null and l.visibility = 'never_live', l.title, l.document_id
    limit 500`);
  return rows.map(lineOf);
}

/** The document in which a site says what it is; null before anybody has begun one. */
export async function siteDocumentOf(siteId: number): Promise<number | null> {
  const { rows } = await database().execute<{ id: number }>(sql`
    select id from documents where site_id = ${siteId} and kind = 'site'`);
  return rows[0]?.id ?? null;
}
