import { useTranslations } from "next-intl";
import { staffPicturePath } from "#features/addresses/desk.ts";
import { FAILURES } from "#features/files/failures.ts";
import { largestOf, pictureOf } from "#features/files/picture.ts";
import type { FileDetails } from "#features/library/types.ts";

import { FilePicture } from "./file-picture.tsx";

/** A file's picture as large as there is room, as a link to the largest one; else why it is not there. */
export function LargePicture({ file }: { file: FileDetails }) {
  const t = useTranslations("library.file");
  const picture = pictureOf(file, staffPicturePath);
  if (picture === null) {
    const { failure } = file;
    return (
      <p
        className={`grid min-h-48 place-items-center rounded-lg border border-line bg-field p-6 text-center ${failure === null ? "text-ink-soft" : "font-semibold text-danger"}`}
      >
        {failure === null ? t("waitingPicture") : FAILURES[failure]}
      </p>
    );
  }
  return (
    <a
      href={largestOf(picture).address}
      target="_blank"
      rel="noreferrer"
      aria-label={file.alt === "" ? t("enlarge") : undefined}
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
