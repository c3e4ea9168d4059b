import Link from "next/link";
import { useTranslations } from "next-intl";
import { libraryFilePath } from "#features/addresses/desk.ts";
import type { LibraryFile } from "#features/library/types.ts";
import { momentOf } from "#lib/dates.ts";
import { ChooseBox } from "./choose-box.tsx";
import { FileBadges } from "./file-badges.tsx";
import { FilePicture, FileType } from "./file-picture.tsx";

/** A file in the list: what it shows, who took and who brought it. */
export function FileRow({ file }: { file: LibraryFile }) {
  const t = useTranslations("library.list");
  const { sha256, caption, name, credit, by, at } = file;
  return (
    <li className="relative flex gap-3 border-b border-line py-3 last:border-b-0 hover:bg-paper sm:-mx-4 sm:gap-4 sm:px-4">
      <ChooseBox file={file} className="relative -mx-2 shrink-0 self-center" />
      <div className="relative h-16 w-24 shrink-0 overflow-hidden rounded bg-paper">
        <FilePicture file={file} sizes="6rem" alt="" className="absolute inset-0 size-full object-contain" />
        <FileType file={file} />
      </div>
      <div className="min-w-0">
        <p className="line-clamp-2 font-semibold break-words">
          <Link
            href={libraryFilePath(sha256)}
            prefetch={false}
            className="after:absolute after:inset-0 hover:underline"
          >
            {caption || name || t("untitled")}
          </Link>
        </p>
        <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-sm text-ink-soft">
          <FileBadges file={file} />
          {credit === "" ? null : <span>{credit}</span>}
          <span>
            {by} · {momentOf(at)}
          </span>
        </p>
      </div>
    </li>
  );
}
