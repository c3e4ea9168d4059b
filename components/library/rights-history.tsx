import { useTranslations } from "next-intl";
import { Details } from "#components/ui/details.tsx";
import { rightsLines } from "#features/files/rights.ts";
import type { RightsLine } from "#features/library/types.ts";
import { momentOf } from "#lib/dates.ts";

/** What was said of a file's rights, each time: who, when, and what it changed. */
export function RightsHistory({ history }: { history: readonly RightsLine[] }) {
  const t = useTranslations("rights");
  return (
    <Details label={t("history.title")}>
      {history.length === 0 ? <p className="text-sm text-ink-soft">{t("history.none")}</p> : null}
      <ol className="space-y-2 text-sm">
        {history.map(({ version, by, at, said }, index) => (
          <li key={version} className="break-words">
            <p className="font-semibold">
              {by === null ? t("history.byFile", { at: momentOf(at) }) : t("history.by", { by, at: momentOf(at) })}
            </p>
            <ul>
              {changesFrom(history[index + 1]?.said, said).map(({ name, was, is }) => (
                <li key={name}>
                  {t("history.change", {
                    ...{ name: t(`fields.${name}`), was: was || t("history.nothing"), is: is || t("history.nothing") },
                  })}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Details>
  );
}

type Said = RightsLine["said"];

/** Lines that differ; of the first time nothing was said before. */
function changesFrom(before: Said | undefined, after: Said) {
  const lineOf = (said: Said | undefined) =>
    new Map(said === undefined ? [] : rightsLines(said).map(({ name, line }) => [name, line] as const));
  const [was, is] = [lineOf(before), lineOf(after)];
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return names
    .map((name) => ({ name, was: was.get(name) ?? "", is: is.get(name) ?? "" }))
    .filter((line) => line.was !== line.is);
}
