import { useTranslations } from "next-intl";
import { type Entry, inOrder, type WeekContent } from "#features/kinds/week.ts";
import { compareWords, type Words } from "#features/text/compare.ts";
import { compareLists } from "#features/text/compare-lists.ts";
import type { Fields } from "#features/text/kind.ts";
import { type Naming, weekEntryLine } from "./field-values.ts";
import { MarkedWords } from "./words.tsx";

type Props = { before: Fields; after: Fields; naming: Naming };
type Change = { key: string; what: "added" | "removed" | "changed"; words: Words[] };

/** Which entries of a week came, went or changed, each in one line; the others are counted. */
export function EntriesChange({ before, after, naming }: Props) {
  const t = useTranslations("desk.changes.entries");
  const line = (entry: Entry) => weekEntryLine(entry, naming);
  const [old, now] = [before, after].map((content) => inOrder((content as WeekContent).entries));
  const pairs = compareLists(old ?? [], now ?? [], { idOf: ({ id }) => id, textOf: line });
  const changes = pairs.flatMap(({ before: was, after: is }): Change[] => {
    const [from, to] = [was ? line(was) : "", is ? line(is) : ""];
    if (from === to) return [];
    const what = was === null ? "added" : is === null ? "removed" : "changed";
    return [{ key: `${was?.id} ${is?.id}`, what, words: compareWords(from, to) }];
  });
  const unchanged = pairs.length - changes.length;
  return (
    <ul className="space-y-2">
      {changes.map(({ key, what, words }) => (
        <li key={key}>
          <span className="block text-sm font-semibold text-ink-soft">{t(what)}</span>
          <MarkedWords words={words} />
        </li>
      ))}
      {unchanged > 0 ? <li className="text-sm text-ink-soft">{t("unchanged", { count: unchanged })}</li> : null}
    </ul>
  );
}
