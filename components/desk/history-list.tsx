import { useTranslations } from "next-intl";
import type { DeskArticle } from "#features/workflow/desk-article.ts";
import { momentOf } from "#lib/dates.ts";
import { sentenceOf } from "./happenings.ts";

/** "Quá trình xử lý": who did what and when, newest first, with the words that were said. */
export function HistoryList({ history, names }: Pick<DeskArticle, "history" | "names">) {
  const t = useTranslations("desk");
  const nameOf = (id: number | undefined) => (id === undefined ? "" : (names.get(id) ?? ""));
  return (
    <ol className="space-y-3 border-l-2 border-line pl-4">
      {history.filter(isTold).map(({ seq, actorId, at, happening }) => {
        const { key, values, said } = sentenceOf(happening, nameOf);
        return (
          <li key={seq} className="text-sm">
            <p>
              <strong className="font-semibold">{actorId === null ? t("history.clock") : names.get(actorId)}</strong>{" "}
              {t(`history.${key}`, values)}
            </p>
            {said.map((words) => (
              <p key={words} className="mt-0.5 whitespace-pre-line text-ink">
                “{words}”
              </p>
            ))}
            <p className="text-ink-soft">{momentOf(at)}</p>
          </li>
        );
      })}
    </ol>
  );
}

/** That a text went live is told by the move that made it so. */
function isTold({ happening }: DeskArticle["history"][number]): boolean {
  return happening.kind !== "went_live";
}
