import { useTranslations } from "next-intl";
import type { WeekContent } from "#features/kinds/week.ts";
import { compareWords } from "#features/text/compare.ts";
import type { Fields } from "#features/text/kind.ts";
import type { Naming } from "./field-values.ts";
import { type EntryChange, entryChanges, entryParts } from "./week-entries.ts";
import { MarkedWords } from "./words.tsx";

type Props = { before: Fields; after: Fields; naming: Naming };

/** Which entries of a week came, went, changed or stand in another order, part by part; the others are counted. */
export function EntriesChange({ before, after, naming }: Props) {
  const t = useTranslations("desk.changes.entries");
  const [old, now] = [before, after].map((content) => (content as WeekContent).entries);
  const all = entryChanges(old ?? [], now ?? []);
  const unchanged = all.filter(({ what }) => what === "same").length;
  return (
    <ul className="space-y-3">
      {all.map((change) =>
        change.what === "same" ? null : (
          <li key={`${change.before?.id} ${change.after?.id}`}>
            <span className="block text-sm font-semibold text-ink-soft">{t(change.what)}</span>
            {partsOf(change, naming).map(({ label, words }) => (
              <p key={label}>
                {label === "" ? null : <span className="text-sm text-ink-soft">{label}: </span>}
                <MarkedWords words={words} />
              </p>
            ))}
          </li>
        ),
      )}
      {unchanged > 0 ? <li className="text-sm text-ink-soft">{t("unchanged", { count: unchanged })}</li> : null}
    </ul>
  );
}

/** Each part that an entry has or had. */
function partsOf({ before, after }: EntryChange, naming: Naming) {
  const [was, is] = [before, after].map((entry) => (entry === null ? [] : entryParts(entry, naming)));
  const both = (is?.length ? is : was) ?? [];
  return both.flatMap(({ label }, at) => {
    const words = compareWords(was?.[at]?.words ?? "", is?.[at]?.words ?? "");
    return words.length === 0 ? [] : [{ label, words }];
  });
}
