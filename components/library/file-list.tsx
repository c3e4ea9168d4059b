import Link from "next/link";
import { useTranslations } from "next-intl";
import { LINK } from "#components/ui/button-class.ts";
import { type FileFilter, LOOKS, libraryAddress } from "#features/library/filter.ts";
import type { FileList as Listed } from "#features/library/types.ts";
import { ChooseBar } from "./choose-bar.tsx";
import { FileCard } from "./file-card.tsx";
import { FileRow } from "./file-row.tsx";
import { FilesSettle } from "./files-settle.tsx";

type Props = Pick<Listed, "files" | "total" | "isMore"> & { filter: FileFilter; empty: string };

/** Files one beside the other, or one below the other. */
export function FileList({ files, total, isMore, filter, empty }: Props) {
  const t = useTranslations("library.list");
  return (
    <section aria-labelledby="found" className="rounded-lg border border-line bg-field px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 id="found" className="text-lg font-bold">
          {t(isMore ? "foundMore" : "found", { total })}
        </h2>
        <LookLinks filter={filter} />
      </div>
      {files.length === 0 ? <p className="py-3 text-ink-soft">{empty}</p> : null}
      {filter.look === "grid" ? (
        <ul className="grid grid-cols-2 gap-3 py-2 empty:hidden sm:grid-cols-3 sm:gap-4 lg:grid-cols-4 xl:grid-cols-6">
          {files.map((file, at) => (
            <FileCard key={file.id} file={file} eager={at < 12} />
          ))}
        </ul>
      ) : (
        <ul className="empty:hidden">
          {files.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </ul>
      )}
      {files.length > 0 ? <ChooseBar /> : null}
      <FilesSettle hashes={files.filter(({ state }) => state === "waiting").map(({ sha256 }) => sha256)} />
    </section>
  );
}

function LookLinks({ filter }: { filter: FileFilter }) {
  const t = useTranslations("library.list");
  return (
    <nav aria-label={t("looks")} className="flex gap-x-4">
      {LOOKS.map((look) => (
        <Link
          key={look}
          href={libraryAddress({ ...filter, look })}
          prefetch={false}
          aria-current={look === filter.look ? "true" : undefined}
          className={`${LINK} aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline`}
        >
          {t(`look.${look}`)}
        </Link>
      ))}
    </nav>
  );
}
