import { useTranslations } from "next-intl";
import { LINK } from "#components/ui/button-class.ts";
import { originalPath, staffPicturePath } from "#features/addresses/desk.ts";
import { FAILURES } from "#features/files/failures.ts";
import { isDocument, isPicture, isPlayed, mediaOf } from "#features/files/media.ts";
import { largestOf, pictureOf } from "#features/files/picture.ts";
import type { FileDetails } from "#features/library/types.ts";
import { FilePicture } from "./file-picture.tsx";
import { PlayedFile } from "./played-file.tsx";

/** A file's picture as large as there is room, as a link to the largest one, or to the file itself; what is played; else why it is not there. */
export function LargePicture({ file }: { file: FileDetails }) {
  const t = useTranslations("library.file");
  const picture = pictureOf(file, staffPicturePath);
  if (isPlayed(file.mediaType) && file.state === "ready") return <PlayedFile file={file} />;
  const opens = isPicture(file.mediaType) ? picture && largestOf(picture).address : originalPath(file.sha256);
  if (picture === null && opens !== null && file.state === "ready") {
    return (
      <p className="grid min-h-48 place-items-center rounded-lg border border-line bg-field p-6">
        <a className={LINK} href={opens}>
          {t("open", { type: mediaOf(file.mediaType)?.label ?? "" })}
        </a>
      </p>
    );
  }
  if (picture === null) {
    const { failure } = file;
    return (
      <p
        className={`grid min-h-48 place-items-center rounded-lg border border-line bg-field p-6 text-center ${failure === null ? "text-ink-soft" : "font-semibold text-danger"}`}
      >
        {failure === null ? t(isPicture(file.mediaType) ? "waitingPicture" : "waitingDocument") : FAILURES[failure]}
      </p>
    );
  }
  return (
    <a
      href={opens ?? undefined}
      target="_blank"
      rel="noreferrer"
      aria-label={
        file.alt === ""
          ? isDocument(file.mediaType)
            ? t("open", { type: mediaOf(file.mediaType)?.label ?? "" })
            : t("enlarge")
          : undefined
      }
      className="block rounded-lg border border-line bg-field p-2"
    >
      <FilePicture
        file={file}
        sizes="(min-width: 80em) 45rem, (min-width: 64em) 58vw, 95vw"
        alt={file.alt}
        className="mx-auto h-auto max-h-[75vh] w-auto max-w-full object-contain"
        eager
      />
    </a>
  );
}
