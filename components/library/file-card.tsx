import Link from "next/link";
import { useTranslations } from "next-intl";
import { libraryFilePath } from "#features/addresses/desk.ts";
import type { LibraryFile } from "#features/library/types.ts";
import { ChooseBox } from "./choose-box.tsx";
import { FileBadges } from "./file-badges.tsx";
import { FilePicture, FileType } from "./file-picture.tsx";

/** A file in the grid: the whole card is the target of a thumb. */
export function FileCard({ file, eager }: { file: LibraryFile; eager: boolean }) {
  const t = useTranslations("library.list");
  return (
    <li className="relative flex min-w-0 flex-col overflow-hidden rounded-md border border-line focus-within:border-accent hover:border-edge">
      <div className="relative aspect-[4/3] bg-paper">
        <FilePicture
          file={file}
          sizes="(min-width: 80em) 11rem, (min-width: 64em) 22vw, (min-width: 40em) 30vw, 45vw"
          alt=""
          className="absolute inset-0 size-full object-contain"
          eager={eager}
        />
        <FileType file={file} />
      </div>
      <ChooseBox file={file} className="absolute top-0 left-0" />
      <div className="space-y-0.5 p-2 text-sm">
        <p className="line-clamp-2 font-semibold break-words">
          <Link
            href={libraryFilePath(file.sha256)}
            prefetch={false}
            className="after:absolute after:inset-0 hover:underline"
          >
            {file.caption || file.name || t("untitled")}
          </Link>
        </p>
        <p className="flex flex-wrap gap-x-2 text-ink-soft">
          <FileBadges file={file} />
        </p>
      </div>
    </li>
  );
}
