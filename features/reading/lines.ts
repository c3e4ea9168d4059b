import { sharedSizeOf } from "#features/files/picture.ts";
import { type Note, notesOf } from "#features/text/notes.ts";
import { later, toCard, withPictures } from "./queries.ts";
import { reads } from "./reads.ts";
import type { Card } from "./types.ts";

/** An article in a list that machines read: a feed, or the list of the API. */
export type Line = Card & {
  /** Who wrote it, as approved; none where the byline is hidden. */
  names: string[];
  tags: { id: number; name: string }[];
  /** What readers were and are told about mistakes, and about what has joined it, the newest first. */
  notes: Note[];
  /** When readers got the text that they have now. */
  changedAt: Date;
};

type Row = Awaited<ReturnType<typeof reads.findLines>>[number];

/** What their rows come to, in the same order, with the names of their tags and their pictures. */
export async function linesOf(siteId: number, rows: readonly Row[]): Promise<Line[]> {
  const [tags, noted] = await Promise.all([
    reads.findTags(siteId, [...new Set(rows.flatMap(({ head }) => head.tagIds ?? []))]),
    reads.findNoted(rows.map(({ number }) => number)),
  ]);
  const lines = rows.map((row): Line => {
    const card = toCard(row);
    const { byline, tagIds } = row.head;
    return {
      ...card,
      names: byline?.hidden ? [] : (byline?.names ?? []).flatMap(({ name }) => name || []),
      tags: (tagIds ?? []).flatMap((id) => tags.filter((tag) => tag.id === id)),
      notes: notesOf(noted.filter(({ number }) => number === row.number)),
      changedAt: later(row.liveSince, row.firstLiveAt) ?? card.shownAt,
    };
  });
  return withPictures(siteId, lines);
}

/** The picture beside its headline, in full, for a program that shows it; null where there is none. */
export function pictureBeside({ picture, lead }: Pick<Line, "picture" | "lead">, origin: string) {
  const size = picture && sharedSizeOf(picture);
  if (!size) return null;
  const { caption, credit, alt, decorative } = lead;
  return { ...size, url: origin + size.address, type: "image/jpeg", caption, credit, alt: decorative ? "" : alt };
}

/** What names an article for good, wherever it stands: by its number; or something of it. Source: RFC 4151. */
export const tagUriOf = (origin: string, named: number | string): string =>
  `tag:${new URL(origin).hostname},${NAMED_SINCE}:${named}`;

/** A year in which whoever runs a site had its name; never another one, or every article would be new. */
const NAMED_SINCE = 2026;
