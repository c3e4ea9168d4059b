import Link from "next/link";
import { useTranslations } from "next-intl";
import { LINK } from "#components/ui/button-class.ts";
import { documentPath } from "#features/addresses/desk.ts";
import type { WeekShown } from "#features/desk/weeks.ts";
import { dayInWords, daysAfter, startOfDay } from "#lib/dates.ts";
import { ListCard } from "./list-card.tsx";

/** Whether this week and the next one have their calendars: what readers miss is said before they miss it. */
export function WeeksStanding({ weeks }: { weeks: readonly WeekShown[] }) {
  const t = useTranslations("desk.weeks");
  return (
    <ListCard id="standing" title={t("standing")} empty="">
      {weeks.map(({ which, monday, stands, documentId }) => {
        const [first, last] = [monday, daysAfter(monday, 6)].map((day) => dayInWords(startOfDay(day)));
        const words = t("line", { which: t(which), first: first ?? "", last: last ?? "", stands: t(stands) });
        return (
          <li key={monday} className="border-line border-t py-2 first:border-t-0">
            {documentId === null ? (
              <strong className="inline-flex min-h-11 items-center text-warn">{words}</strong>
            ) : (
              <Link className={LINK} href={documentPath(documentId)} prefetch={false}>
                {words}
              </Link>
            )}
          </li>
        );
      })}
    </ListCard>
  );
}
