import { useTranslations } from "next-intl";
import { aboutFile, isPicture } from "#features/files/media.ts";
import { dayOfLicence, isUnsaid } from "#features/files/rights.ts";
import type { LibraryFile } from "#features/library/types.ts";

/** How a file stands, in words: what is amiss with it first. */
export function FileBadges({ file }: { file: LibraryFile }) {
  const t = useTranslations("library.state");
  const { state, live, used, alt, mediaType, hidden, rights } = file;
  const { hasEnded, licenceEnd, ai } = rights;
  return (
    <>
      {isPicture(mediaType) ? null : <span>{aboutFile(file)}</span>}
      {hidden ? <span className="font-semibold text-danger">{t("hidden")}</span> : null}
      {state === "failed" ? <span className="font-semibold text-danger">{t("failed")}</span> : null}
      {state === "waiting" ? <span>{t("waiting")}</span> : null}
      <span className={live && !hidden ? "font-semibold text-ok" : undefined}>
        {t(live && !hidden ? "live" : used ? "used" : "unused")}
      </span>
      {licenceEnd === null ? null : (
        <span className={hasEnded ? "font-semibold text-danger" : undefined}>
          {t(hasEnded ? "ended" : "ending", { day: dayOfLicence(licenceEnd) })}
        </span>
      )}
      {isUnsaid(rights) ? <span className="text-warn">{t("unsaid")}</span> : null}
      {ai === "none" ? null : <span>{t(ai)}</span>}
      {alt === "" && isPicture(mediaType) ? <span className="text-warn">{t("noAlt")}</span> : null}
    </>
  );
}
