import { useTranslations } from "next-intl";
import { LINK } from "#components/ui/button-class.ts";
import { Details } from "#components/ui/details.tsx";
import { previewPath } from "#features/addresses/desk.ts";
import type { DeskDocument } from "#features/desk/desk-document.ts";
import { momentOf } from "#lib/dates.ts";
import { RestoreButton } from "./restore-button.tsx";

type Props = Pick<DeskDocument, "number" | "versions" | "names"> & {
  /** Who opened the page, if they may type now: restoring is writing. */
  restorer: number | null;
};

/** "Lịch sử phiên bản": every text that was kept, newest first. */
export function VersionList({ number, versions, names, restorer }: Props) {
  const t = useTranslations("desk.versions");
  if (versions.length === 0) return <p className="text-sm text-ink-soft">{t("none")}</p>;
  return (
    <ol className="divide-y divide-line">
      {versions.map((version) => (
        <li key={version.id} className="py-2 text-sm">
          <p>
            <strong className="font-semibold">{t("number", { number: version.number })}</strong> ·{" "}
            {version.writers.map((id) => names.get(id)).join(", ")} ·{" "}
            <span className="text-ink-soft">{momentOf(version.cutAt)}</span>
          </p>
          <p className="text-ink-soft">{t(`because.${version.cutBecause}`)}</p>
          {version.erased ? (
            <p>{t("erased")}</p>
          ) : (
            <p className="flex flex-wrap items-center gap-x-4">
              <a className={LINK} href={previewPath(number, { text: version.id })} target="_blank" rel="noreferrer">
                {t("look")}
              </a>
              {restorer === null ? null : (
                <RestoreButton
                  documentId={number}
                  openedBy={restorer}
                  revisionId={version.id}
                  number={version.number}
                />
              )}
            </p>
          )}
          <Details>
            {t("hash")}: <code className="break-all">{version.contentHash}</code>
          </Details>
        </li>
      ))}
    </ol>
  );
}
