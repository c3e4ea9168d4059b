import { useTranslations } from "next-intl";
import { DATES, type DatedLine, type DateKind } from "#features/desk/lines.ts";
import { isoOf, momentOf } from "#lib/dates.ts";

/** The dates of an article, each with what happened then; the one that orders the list stands out. */
export function LineDates({ line, by }: { line: DatedLine; by: DateKind }) {
  const t = useTranslations("desk.all.on");
  return DATES.map((kind) => {
    const at = line[kind];
    return at === null ? null : (
      <span key={kind} className={`whitespace-nowrap ${kind === by ? "font-semibold text-ink" : ""}`}>
        {t(kind)} <time dateTime={isoOf(at)}>{momentOf(at)}</time>
      </span>
    );
  });
}
