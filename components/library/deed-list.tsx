import { useTranslations } from "next-intl";
import type { DeedLine } from "#features/files/types.ts";
import { momentOf } from "#lib/dates.ts";

/** What was done with a file, the newest first. Absent where nothing was. */
export function DeedList({ deeds }: { deeds: readonly DeedLine[] }) {
  const t = useTranslations("library.going");
  if (deeds.length === 0) return null;
  return (
    <ol className="divide-y divide-line">
      {deeds.toReversed().map(({ id, kind, by, at, reason }) => (
        <li key={id} className="py-2 break-words">
          <p className="font-semibold">{t(`deeds.${kind}`, { number: id })}</p>
          <p className="text-sm text-ink-soft">
            {by ?? t("program")} · {momentOf(at)}
          </p>
          {reason === "" ? null : <p className="text-sm whitespace-pre-line">{t("because", { reason })}</p>}
        </li>
      ))}
    </ol>
  );
}
