import { useTranslations } from "next-intl";
import { FAILURES, NOT_KEPT } from "#features/files/failures.ts";
import { isDocument, isPicture, lastingOf, mediaOf } from "#features/files/media.ts";
import type { FileDetails } from "#features/library/types.ts";
import { momentOf } from "#lib/dates.ts";
import { Fact } from "./fact.tsx";
import { LetMacrosIn } from "./let-macros-in.tsx";
import { TryAgain } from "./try-again.tsx";

const MB = 1024 * 1024;

/** What a file is, who brought it, and how it stands. */
export function FileFacts({ file }: { file: FileDetails & { mayChange: boolean; mayLetIn: boolean } }) {
  const t = useTranslations("library.file");
  const { name, mediaType, width, height, pages, size, takenAt, by, at, state, failure, hidden } = file;
  const { durationMs, codecs } = file;
  return (
    <section aria-labelledby="facts" className="rounded-lg border border-line bg-field px-4 py-3">
      <h2 id="facts" className="mb-1 text-lg font-bold">
        {t("facts")}
      </h2>
      <dl className="divide-y divide-line">
        <Fact name={t("name")}>{name || t("unknown")}</Fact>
        <Fact name={t("type")}>{mediaOf(mediaType)?.label ?? mediaType}</Fact>
        {width !== null && height !== null && !isDocument(mediaType) ? (
          <Fact name={t(isPicture(mediaType) ? "pixels" : "frame")}>{t("pixelsValue", { width, height })}</Fact>
        ) : null}
        {durationMs === null ? null : <Fact name={t("lasting")}>{lastingOf(durationMs)}</Fact>}
        {codecs === "" ? null : <Fact name={t("codecs")}>{codecs}</Fact>}
        {pages === null ? null : <Fact name={t("pages")}>{pages}</Fact>}
        <Fact name={t("size")}>
          {size >= MB ? t("megabytes", { size: size / MB }) : t("kilobytes", { size: Math.ceil(size / 1024) })}
        </Fact>
        {takenAt === null ? null : <Fact name={t("takenAt")}>{momentOf(takenAt)}</Fact>}
        <Fact name={t("brought")}>{t("broughtValue", { by, at: momentOf(at) })}</Fact>
        {file.macrosBy === null ? null : <Fact name={t("macros")}>{t("macrosBy", { by: file.macrosBy })}</Fact>}
        <Fact name={t("state")}>
          {failure === null
            ? t(hidden ? "hidden" : state === "ready" ? "ready" : isPicture(mediaType) ? "waiting" : "looking")
            : FAILURES[failure]}
        </Fact>
      </dl>
      {failure === "macros" && file.mayLetIn ? <LetMacrosIn sha256={file.sha256} /> : null}
      {failure !== null && failure !== "macros" && !NOT_KEPT.includes(failure) && file.mayChange ? (
        <TryAgain sha256={file.sha256} />
      ) : null}
    </section>
  );
}
