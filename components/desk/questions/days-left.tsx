import { useTranslations } from "next-intl";
import type { QuestionLine } from "#features/questions/lines.ts";
import { dayOf, startOfDay } from "#lib/dates.ts";

/** Until when an answer is owed, in words: what is late does not only look so. */
export function DaysLeft({ line: { daysLeft, dueDay } }: { line: Pick<QuestionLine, "daysLeft" | "dueDay"> }) {
  const t = useTranslations("desk.questions");
  if (daysLeft === null) return null;
  const due = t("due", { day: dayOf(startOfDay(dueDay)) });
  if (daysLeft >= 0) return <span>{`${t("left", { days: daysLeft })} (${due})`}</span>;
  return <span className="font-semibold text-danger">{`${t("late", { days: -daysLeft })} (${due})`}</span>;
}
