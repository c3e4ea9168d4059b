import { useTranslations } from "next-intl";
import type { Deed } from "#features/questions/lines.ts";
import { momentOf } from "#lib/dates.ts";

/** Who did what with a question, the newest first; that somebody looked who asked stands there, too. */
export function QuestionRecord({ record }: { record: readonly Deed[] }) {
  const t = useTranslations("desk.questions");
  return (
    <ul className="space-y-2 text-sm">
      {record.map(({ id, deed, by, toName, documentId, reason, at }) => (
        <li key={id}>
          {t(`did.${deed}`, {
            ...{ by, to: toName ?? "", id: documentId ?? 0 },
            reason: reason === null ? "" : t(`reasons.${reason}`),
          })}{" "}
          <span className="whitespace-nowrap text-ink-soft">{momentOf(at)}</span>
        </li>
      ))}
    </ul>
  );
}
