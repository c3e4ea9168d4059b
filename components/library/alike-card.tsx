import Link from "next/link";
import { useTranslations } from "next-intl";
import { LINK } from "#components/ui/button-class.ts";
import { libraryFilePath } from "#features/addresses/desk.ts";
import { fileFilterOf, libraryAddress } from "#features/library/filter.ts";
import type { LibraryFile } from "#features/library/types.ts";
import { FileBadges } from "./file-badges.tsx";
import { FilePicture } from "./file-picture.tsx";

/** As many as stand in a row. */
const MOST_SHOWN = 4;

/** Pictures of the library that look nearly like this one; nothing where there are none. */
export function AlikeCard({ sha256, files }: { sha256: string; files: readonly LibraryFile[] }) {
  const t = useTranslations("library");
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="alike" className="space-y-2 rounded-lg border border-line bg-field px-4 py-3">
      <h2 id="alike" className="text-lg font-bold">
        {t("alike.title")}
      </h2>
      <p className="text-sm text-ink-soft">{t("alike.about")}</p>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {files.slice(0, MOST_SHOWN).map((file) => (
          <li key={file.id} className="relative min-w-0 text-sm">
            <div className="relative aspect-[4/3] bg-paper">
              <FilePicture
                file={file}
                sizes="(min-width: 64em) 10rem, (min-width: 40em) 22vw, 45vw"
                alt=""
                className="absolute inset-0 size-full object-contain"
              />
            </div>
            <Link
              href={libraryFilePath(file.sha256)}
              prefetch={false}
              className="line-clamp-2 font-semibold break-words after:absolute after:inset-0 hover:underline"
            >
              {file.caption || file.name || t("list.untitled")}
            </Link>
            <p className="flex flex-wrap gap-x-2 text-ink-soft">
              <FileBadges file={file} />
            </p>
          </li>
        ))}
      </ul>
      {files.length > MOST_SHOWN ? (
        <p>
          <Link href={libraryAddress({ ...fileFilterOf({}), alike: sha256 })} prefetch={false} className={LINK}>
            {t("alike.all")}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
