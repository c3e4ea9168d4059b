import { useTranslations } from "next-intl";
import { RightsLine } from "#components/rights/rights-lines.tsx";
import { Note } from "#components/ui/note.tsx";
import { dayOfLicence } from "#features/files/rights.ts";
import type { FileDetails, RightsLine as Said } from "#features/library/types.ts";
import { RightsForm } from "./rights-form.tsx";
import { RightsHistory } from "./rights-history.tsx";

type Props = { file: FileDetails & { mayChange: boolean }; history: readonly Said[] };

/** By what right a file is shown and who is on it, to be changed by whoever may; and all that was said of it before. */
export function RightsCard({ file, history }: Props) {
  const t = useTranslations("rights");
  const { hasEnded, licenceEnd } = file.rights;
  return (
    <section aria-labelledby="rights-title" className="rounded-lg border border-line bg-field px-4 py-3">
      <h2 id="rights-title" className="text-lg font-bold">
        {t("title")}
      </h2>
      <p className="mb-3 text-sm text-ink-soft">{t(file.mayChange ? "about" : "notYours")}</p>
      {hasEnded && licenceEnd !== null ? (
        <div className="mb-3">
          <Note look="problem">{t("ended", { day: dayOfLicence(licenceEnd) })}.</Note>
        </div>
      ) : null}
      {file.mayChange ? (
        <RightsForm file={file} />
      ) : (
        <p className="break-words">
          <RightsLine rights={file.rights} />
        </p>
      )}
      <RightsHistory history={history} />
    </section>
  );
}
