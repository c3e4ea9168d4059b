import Link from "next/link";
import { useTranslations } from "next-intl";
import { LINK } from "#components/ui/button-class.ts";
import { Note } from "#components/ui/note.tsx";
import { libraryFilePath } from "#features/addresses/desk.ts";
import type { KeptFromReaders as Kept } from "#features/library/types.ts";
import { momentOf } from "#lib/dates.ts";

/** Which files of a document no reader may have: by whom, since when and why. Nothing when there is none. */
export function KeptFromReaders({ files }: { files: readonly Kept[] }) {
  const t = useTranslations("library.going");
  const list = useTranslations("library.list");
  if (files.length === 0) return null;
  return (
    <div className="mb-4">
      <Note look="warning">
        <ul className="space-y-2">
          {files.map(({ sha256, name, kind, id, by, at, reason }) => (
            <li key={sha256} className="break-words">
              <Link prefetch={false} href={libraryFilePath(sha256)} className={LINK}>
                {kind === "hidden" ? name || list("untitled") : t("oneFile")}
              </Link>
              {": "}
              {kind === "hidden"
                ? `${t("hiddenHere", { by: by ?? "", at: momentOf(at) })} ${t("because", { reason })}`
                : t("erasedHere", { number: id, at: momentOf(at) })}
            </li>
          ))}
        </ul>
      </Note>
    </div>
  );
}
