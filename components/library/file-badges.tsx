import { useTranslations } from "next-intl";
import { isDocument } from "#features/files/media.ts";
import type { LibraryFile } from "#features/library/types.ts";

/** How a file stands, in words: what is amiss with it first. */
export function FileBadges({ file: { state, live, used, alt, mediaType } }: { file: LibraryFile }) {
  const t = useTranslations("library.state");
  return (
    <>
      {state === "failed" ? <span className="font-semibold text-danger">{t("failed")}</span> : null}
      {state === "waiting" ? <span>{t("waiting")}</span> : null}
      <span className={live ? "font-semibold text-ok" : undefined}>{t(live ? "live" : used ? "used" : "unused")}</span>
      {alt === "" && !isDocument(mediaType) ? <span className="text-warn">{t("noAlt")}</span> : null}
    </>
  );
}
