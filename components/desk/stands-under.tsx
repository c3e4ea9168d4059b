"use client";

import { createContext, type ReactNode, useContext, useLayoutEffect, useState } from "react";
import {
  bannersPath,
  documentsPath,
  frontsPath,
  ownSitePath,
  pagesPath,
  papersOfDeskPath,
  topicsPath,
  weeksOfDeskPath,
} from "#features/addresses/desk.ts";
import type { KindName } from "#features/kinds/kinds.ts";

/** Documents of all kinds have addresses of one form: which entry of the menu they stand under, the page says. */
const ENTRIES: Record<KindName, string> = {
  article: documentsPath,
  banner: bannersPath,
  front: frontsPath,
  page: pagesPath,
  paper: papersOfDeskPath,
  site: ownSitePath,
  topic: topicsPath,
  week: weeksOfDeskPath,
  translation: documentsPath,
};

const Entry = createContext<string | null>(null);
const SayEntry = createContext<(entry: string | null) => void>(() => undefined);

/** Around the menu and the pages of the desk. */
export function EntryProvider({ children }: { children: ReactNode }) {
  const [entry, setEntry] = useState<string | null>(null);
  return (
    <SayEntry value={setEntry}>
      <Entry value={entry}>{children}</Entry>
    </SayEntry>
  );
}

/** The entry of the menu that the page says it stands under; null where its address says so. */
export function useEntry(): string | null {
  return useContext(Entry);
}

/** Whether an entry of the menu leads to where one is. @param exact not also to what lies below it */
export function leadsTo(href: string, path: string, entry: string | null, exact = false): boolean {
  return entry === null ? path === href || (!exact && path.startsWith(`${href}/`)) : entry === href;
}

/** On the page of a document of a kind. */
export function StandsUnder({ kind }: { kind: KindName }) {
  const say = useContext(SayEntry);
  useLayoutEffect(() => {
    say(ENTRIES[kind]);
    return () => say(null);
  }, [kind, say]);
  return null;
}
