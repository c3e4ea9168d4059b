import { useTranslations } from "next-intl";
import type { DeskDocument } from "#features/desk/desk-document.ts";
import type { KindName } from "#features/kinds/kinds.ts";
import { momentOf } from "#lib/dates.ts";
import { calledOf } from "./called.ts";
import { asTold, sentenceOf } from "./happenings.ts";

type Props = Pick<DeskDocument, "history" | "brokenAt" | "names"> & { kind: KindName };

/** "Quá trình xử lý": who did what and when, newest first, with the words that were said, and whether all of it is as it was written. */
export function HistoryList({ kind, history, brokenAt, names }: Props) {
  const t = useTranslations("desk");
  const called = calledOf(kind);
  const nameOf = (id: number | undefined) => (id === undefined ? "" : (names.get(id) ?? ""));
  const broken = brokenAt === null ? undefined : history.at(-brokenAt);
  return (
    <>
      <p className={broken ? "mb-3 text-sm font-semibold text-danger" : "mb-3 text-sm text-ink-soft"}>
        {broken ? t("history.broken", { at: momentOf(broken.at) }) : t("history.whole")}
      </p>
      <ol className="space-y-3 border-l-2 border-line pl-4">
        {asTold(history).map(({ seq, actorId, at, happening, isNewHour }) => {
          const { key, values, said } = sentenceOf(happening, nameOf);
          return (
            <li key={seq} className="text-sm">
              <p>
                <strong className="font-semibold">{actorId === null ? t("history.clock") : names.get(actorId)}</strong>{" "}
                {t(`history.${isNewHour ? "reschedule" : key}`, { ...called, ...values })}
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
    </>
  );
}
