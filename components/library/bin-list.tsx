import Link from "next/link";
import { useTranslations } from "next-intl";
import { ListCard } from "#components/desk/list-card.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { libraryFilePath } from "#features/addresses/desk.ts";
import type { Bin } from "#features/library/types.ts";
import { dayOf, momentOf } from "#lib/dates.ts";
import { FilePicture, FileType } from "./file-picture.tsx";
import { GoingPress } from "./going-press.tsx";

/** What is in the bin: who put it there, when it ends, and the way back. */
export function BinList({ files, total }: Bin) {
  const t = useTranslations("library.bin");
  return (
    <ListCard id="bin" title={t("found", { total })} empty={t("empty")}>
      {files.map((file) => (
        <BinRow key={file.id} file={file} />
      ))}
    </ListCard>
  );
}

function BinRow({ file }: { file: Bin["files"][number] }) {
  const t = useTranslations("library.bin");
  const list = useTranslations("library.list");
  const { sha256, caption, name, by, at, until, mayRestore } = file;
  const called = caption || name || list("untitled");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3 last:border-b-0">
      <div className="relative h-16 w-24 shrink-0 overflow-hidden rounded bg-paper">
        <FilePicture file={file} sizes="6rem" alt="" className="absolute inset-0 size-full object-contain" />
        <FileType file={file} />
      </div>
      <div className="min-w-0 flex-1 basis-44">
        <p className="line-clamp-2 font-semibold break-words">
          <Link href={libraryFilePath(sha256)} prefetch={false} className="hover:underline">
            {called}
          </Link>
        </p>
        <p className="mt-1 text-sm text-ink-soft">{t("put", { by: by ?? "", at: momentOf(at) })}</p>
        <p className="text-sm">{t("until", { until: dayOf(until) })}</p>
      </div>
      {mayRestore ? (
        <Actions
          inList
          main={<GoingPress press="restore" sha256={sha256} named={t("restore", { name: called })} isPlain />}
        />
      ) : null}
    </li>
  );
}
