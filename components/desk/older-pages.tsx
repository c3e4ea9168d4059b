import { saying } from "#features/addresses/desk.ts";
import { PageLink } from "./page-link.tsx";

type Props = {
  path: string;
  /** Whether this is not the first page. */
  isOlder: boolean;
  /** Where the next page goes on; null at the end. */
  next: number | null;
  words: { pages: string; newest: string; older: string };
};

/** From one page of a list, the newest first, to older ones, and back to the newest. Absent when there is one page only. */
export function OlderPages({ path, isOlder, next, words }: Props) {
  if (!isOlder && next === null) return null;
  return (
    <nav className="flex flex-wrap items-center justify-between gap-3" aria-label={words.pages}>
      {isOlder ? <PageLink href={path}>{words.newest}</PageLink> : <span />}
      {next === null ? null : <PageLink href={saying(path, { before: next })}>{words.older}</PageLink>}
    </nav>
  );
}
