import { useTranslations } from "next-intl";
import { RightsLine } from "#components/rights/rights-lines.tsx";
import { LINK } from "#components/ui/button-class.ts";
import { libraryFilePath } from "#features/addresses/desk.ts";
import type { ShownRights } from "#features/desk/rights.ts";

/** By what right a text shows its files, and who is on them: as that stands today, which is no part of what is signed. */
export function RightsList({ files }: { files: readonly ShownRights[] }) {
  const t = useTranslations("rights");
  return (
    <>
      <p className="mb-2 text-sm text-ink-soft">{t("review.about")}</p>
      <ol className="space-y-2 text-sm">
        {files.map(({ sha256, called, rights }) => (
          <li key={sha256} className="break-words">
            <a className={LINK} href={libraryFilePath(sha256)} target="_blank" rel="noreferrer">
              {called || t("set.untitled")}
            </a>
            <p>
              <RightsLine rights={rights} />
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
