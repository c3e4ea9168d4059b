import Link from "next/link";
import { useTranslations } from "next-intl";
import { questionPath } from "#features/addresses/desk.ts";
import type { QuestionLine } from "#features/questions/lines.ts";
import { momentOf } from "#lib/dates.ts";
import { DaysLeft } from "./days-left.tsx";

/** A question in a list: what it is about, how it stands, and how long there is for its answer. */
export function QuestionRow({ line }: { line: QuestionLine }) {
  const t = useTranslations("desk.questions");
  const { id, subject, sentAt, standing, givenTo } = line;
  return (
    <li className="relative border-b border-line py-3 last:border-b-0 hover:bg-paper sm:-mx-4 sm:px-4">
      <p className="font-semibold break-words">
        <Link href={questionPath(id)} prefetch={false} className="after:absolute after:inset-0 hover:underline">
          {subject}
        </Link>
      </p>
      <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-ink-soft">
        <span>{t(`standings.${standing}`)}</span>
        <DaysLeft line={line} />
        <span>{t("sent", { moment: momentOf(sentAt) })}</span>
        <span>{givenTo === null ? t("nobody") : t("given", { name: givenTo })}</span>
      </p>
    </li>
  );
}
