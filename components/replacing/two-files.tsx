import Link from "next/link";
import { useTranslations } from "next-intl";
import { FilePicture, FileType } from "#components/library/file-picture.tsx";
import { libraryFilePath } from "#features/addresses/desk.ts";
import { FAILURES } from "#features/files/failures.ts";
import { aboutFile, isPicture, isPlayed } from "#features/files/media.ts";
import type { FileDetails } from "#features/library/types.ts";
import type { Replacement } from "#features/replacing/types.ts";

/** The file that is used, and the one that shall be, side by side. */
export function TwoFiles({ old, next }: Pick<Replacement, "old" | "next">) {
  const t = useTranslations("replacing");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <OneFile called={t("old")} file={old} />
      {next === null ? null : (
        <div className="space-y-2">
          <OneFile called={t("next")} file={next} />
          {next.whyNot === null && isPicture(next.mediaType) && next.state === "ready" && !next.keepsCuts ? (
            <p className="text-sm font-semibold text-warn">{t("otherShape")}</p>
          ) : null}
          {next.whyNot === null && isPlayed(next.mediaType) ? (
            <p className="text-sm font-semibold text-warn">{t("otherWords")}</p>
          ) : null}
        </div>
      )}
    </div>
  );
}

function OneFile({ called, file }: { called: string; file: FileDetails }) {
  const t = useTranslations("replacing");
  const list = useTranslations("library.list");
  return (
    <section aria-label={called} className="min-w-0 overflow-hidden rounded-lg border border-line bg-field">
      <div className="relative aspect-[4/3] bg-paper">
        <FilePicture
          file={file}
          sizes="(min-width: 40em) 27rem, 95vw"
          alt={file.alt}
          className="absolute inset-0 size-full object-contain"
          eager
        />
        <FileType file={file} />
      </div>
      <div className="space-y-0.5 px-4 py-3">
        <p className="text-sm text-ink-soft">{called}</p>
        <p className="font-semibold break-words">
          <Link href={libraryFilePath(file.sha256)} prefetch={false} className="hover:underline">
            {file.caption || file.name || list("untitled")}
          </Link>
        </p>
        <p className="text-sm text-ink-soft">{aboutFile(file)}</p>
        {file.state === "waiting" ? <p className="text-sm">{t("waiting")}</p> : null}
        {file.failure === null ? null : <p className="text-sm font-semibold text-danger">{FAILURES[file.failure]}</p>}
      </div>
    </section>
  );
}
