import { useTranslations } from "next-intl";
import { DAYS, type Entry, inOrder } from "#features/kinds/week.ts";
import { wrongIn } from "#features/kinds/week-gaps.ts";
import { weekdayNameOf } from "#lib/dates.ts";

/** Entries that a table brings, day by day, each with what is wrong with it. */
export function EntriesRead({ entries }: { entries: readonly Entry[] }) {
  const t = useTranslations("editor.week");
  const terms = useTranslations("terms");
  const whenOf = ({ when, from, to }: Entry) =>
    when !== "at" ? terms(`weekTimes.${when}`) : [from, to].filter((hour) => hour !== "").join(" – ");
  return DAYS.map((day) => {
    const of = inOrder(entries.filter((entry) => entry.day === day));
    if (of.length === 0) return null;
    return (
      <section key={day} aria-label={weekdayNameOf(day)} className="space-y-2">
        <h3 className="border-b border-(--line) pb-1 font-semibold">{weekdayNameOf(day)}</h3>
        <ol className="space-y-2">
          {of.map((entry) => {
            const wrong = wrongIn(entry);
            const { leaders, place, others, prepares } = entry;
            const beside = [
              ...(leaders === "" ? [] : [[t("leaders"), leaders]]),
              ...(place === "" ? [] : [[t("where"), place]]),
              ...(others === "" ? [] : [[t("others"), others]]),
              ...(prepares === "" ? [] : [[t("prepares"), prepares]]),
            ];
            return (
              <li key={entry.id} className="grid gap-x-4 wrap-anywhere sm:grid-cols-[9rem_minmax(0,1fr)]">
                <p className="font-semibold">{whenOf(entry)}</p>
                <div>
                  <p className="whitespace-pre-line">{entry.what}</p>
                  {beside.map(([name, said]) => (
                    <p key={name} className="whitespace-pre-line text-sm text-(--ink-soft)">
                      {name}: {said}
                    </p>
                  ))}
                  {wrong.length === 0 ? null : <p className="text-sm text-(--warn)">{wrong.join("; ")}.</p>}
                </div>
              </li>
            );
          })}
        </ol>
      </section>
    );
  });
}
