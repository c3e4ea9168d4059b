import { PageLink } from "./page-link.tsx";

type Props = {
  /** Counted from 1. */
  page: number;
  pages: number;
  pathOf: (page: number) => string;
  words: { pages: string; newer: string; older: string };
};

/** From one page of a list, the newest first, to the next one and the one before. Absent when there is one page only. */
export function NumberedPages({ page, pages, pathOf, words }: Props) {
  if (pages === 1) return null;
  return (
    <nav className="flex flex-wrap items-center justify-between gap-3" aria-label={words.pages}>
      {page > 1 ? <PageLink href={pathOf(page - 1)}>{words.newer}</PageLink> : <span />}
      {page < pages ? <PageLink href={pathOf(page + 1)}>{words.older}</PageLink> : null}
    </nav>
  );
}
