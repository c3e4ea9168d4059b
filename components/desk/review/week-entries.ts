import canonicalize from "canonicalize";
import { beginsAt, type Entry, inOrder } from "#features/kinds/week.ts";
import { compareLists, type Pair } from "#features/text/compare-lists.ts";
import type { Naming } from "./field-values.ts";

type Entries = readonly Entry[];
type Names = Pick<Naming, "entry">;
type Part = { label: string; words: string };
export type EntryChange = {
  before: Entry | null;
  after: Entry | null;
  what: "added" | "removed" | "changed" | "moved" | "changedAndMoved" | "same";
};

const WORDS = ["what", "leaders", "place", "others", "prepares"] as const;

/** What an entry says, each of its words under its name: in another field they are another thing. Its first part has none. */
export function entryParts({ day, when, from, to, state, ...words }: Entry, { entry }: Names): Part[] {
  const hours = to === "" ? from : `${from} – ${to}`;
  const begin = [
    entry.day(day),
    when === "at" ? hours : entry.time(when),
    state === "planned" ? "" : entry.state(state),
  ];
  return [
    { label: "", words: begin.filter((part) => part !== "").join(", ") },
    ...WORDS.map((field) => ({ label: entry.words(field), words: words[field] })),
  ];
}

/** All entries of a week as readers meet them, each in lines of its own. */
export const entryLines = (entries: Entries, naming: Names): string =>
  inOrder(entries)
    .map((entry) =>
      entryParts(entry, naming)
        .filter(({ words }) => words !== "")
        .map(({ label, words }) => (label === "" ? words : `${label}: ${words}`))
        .join("\n"),
    )
    .join("\n\n");

/** What became of each entry, told by the entries themselves: what is printed of two different ones may look the same. */
export function entryChanges(before: Entries, after: Entries): EntryChange[] {
  const [old, now] = [inOrder(before), inOrder(after)];
  const pairs = compareLists(old, now, { idOf: ({ id }) => id, textOf: saidBy });
  const swapped = swappedOf(old, pairs);
  return pairs.map((pair) => {
    if (pair.before === null) return { ...pair, what: "added" };
    if (pair.after === null) return { ...pair, what: "removed" };
    const isSame = saidBy(pair.before) === saidBy(pair.after);
    if (swapped.has(pair)) return { ...pair, what: isSame ? "moved" : "changedAndMoved" };
    return { ...pair, what: isSame ? "same" : "changed" };
  });
}

/** Those that stand otherwise among entries of their hour. Of one that has another hour, the hour says where it stands. */
function swappedOf(old: Entries, pairs: readonly Pair<Entry>[]): Set<Pair<Entry>> {
  const stayed = pairs.filter(({ before, after }) => before && after && hourOf(before) === hourOf(after));
  const placeOf = ({ before }: Pair<Entry>) => (before === null ? -1 : old.indexOf(before));
  const asBefore = stayed.toSorted((a, b) => placeOf(a) - placeOf(b));
  const byPlace = (pair: Pair<Entry>) => String(placeOf(pair));
  const compared = compareLists(asBefore, stayed, { idOf: byPlace, textOf: byPlace });
  return new Set(compared.flatMap(({ after, moved }) => (moved && after !== null ? [after] : [])));
}

const hourOf = (entry: Entry): string => `${entry.day} ${beginsAt(entry)}`;

const saidBy = ({ id: _id, ...said }: Entry): string => canonicalize(said) ?? "";
