import type { ReactNode } from "react";
import { compareWords } from "#features/text/compare.ts";
import { MarkedWords } from "./words.tsx";

/** Words that are signed with a file, as they were and as they are; empty where there are none. */
export type Line = { label: string; was: string; is: string };

type Props<One> = {
  change: { before: One | null; after: One | null };
  /** Whether the two are to be seen, and not only what stands there now. */
  isOther: boolean;
  names: { old: string; new: string };
  lines: Line[];
  children: (one: One | null) => ReactNode;
};

/** What stands in a file's place, or the old one and the new one side by side, and each of its words with what changed. */
export function BeforeAndAfter<One>({ change: { before, after }, isOther, names, lines, children }: Props<One>) {
  const both = isOther && before !== null && after !== null;
  const shown = both ? (["before", "after"] as const) : ([after === null ? "before" : "after"] as const);
  return (
    <>
      <div className="mt-1 grid gap-3 sm:grid-cols-2">
        {shown.map((when) => (
          <div key={when} className="min-w-0 break-words">
            {both ? <p className="mb-1 text-sm text-ink-soft">{when === "before" ? names.old : names.new}</p> : null}
            {children(when === "before" ? before : after)}
          </div>
        ))}
      </div>
      <dl className="mt-2 space-y-1 text-sm">
        {lines.map(({ label, was, is }) => {
          const words = compareWords(was, is);
          return words.length === 0 ? null : (
            <div key={label}>
              <dt className="inline font-semibold text-ink-soft">{label}:</dt>{" "}
              <dd className="inline">
                <MarkedWords words={words} />
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
