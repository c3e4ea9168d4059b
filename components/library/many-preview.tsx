import Link from "next/link";
import { useTranslations } from "next-intl";
import { libraryFilePath } from "#features/addresses/desk.ts";
import { type Chosen, changedBy, effectOn, type ManyWords } from "#features/library/many.ts";

type Props = { files: readonly Chosen[]; said: ManyWords };

/** What a change would do, file by file: what each says now, and what it would say. */
export function ManyPreview({ files, said }: Props) {
  const t = useTranslations("library.many");
  const list = useTranslations("library.list");
  return (
    <ul className="divide-y divide-line">
      {files.map((file) => {
        const effect = effectOn(file, said);
        const changed = changedBy(file, said);
        return (
          <li key={file.id} className="py-2">
            <p className="font-semibold break-words">
              <Link href={libraryFilePath(file.sha256)} prefetch={false} className="hover:underline">
                {file.caption || file.name || list("untitled")}
              </Link>
            </p>
            <p className={effect === "notYours" || effect === "replaces" ? "text-warn" : "text-ink-soft"}>
              {t(`effect.${effect}`, { credit: file.credit })}
            </p>
            {effect === "changes" || effect === "replaces" ? (
              <p className="text-sm break-words">
                {t("says", {
                  credit: changed?.credit || t("none"),
                  keywords: changed?.keywords.join(", ") || t("none"),
                })}
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
