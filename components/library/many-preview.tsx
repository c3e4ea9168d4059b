import Link from "next/link";
import { useTranslations } from "next-intl";
import { libraryFilePath } from "#features/addresses/desk.ts";
import { rightsLines } from "#features/files/rights.ts";
import { type Chosen, changedBy, effectOn, type Many, rightsChangedBy } from "#features/library/many.ts";

type Props = { files: readonly Chosen[]; said: Many };

/** What a change would do, file by file: what each says now, and what it would say. */
export function ManyPreview({ files, said }: Props) {
  const t = useTranslations("library.many");
  const list = useTranslations("library.list");
  return (
    <ul className="divide-y divide-line">
      {files.map((file) => {
        const effect = effectOn(file, said);
        const [changed, rights] = [changedBy(file, said), rightsChangedBy(file, said)];
        const isChanged = effect === "changes" || effect === "replaces";
        return (
          <li key={file.id} className="py-2">
            <p className="font-semibold break-words">
              <Link href={libraryFilePath(file.sha256)} prefetch={false} className="hover:underline">
                {file.caption || file.name || list("untitled")}
              </Link>
            </p>
            <p
              className={
                effect === "notYours" || effect === "replaces" || effect === "noName" ? "text-warn" : "text-ink-soft"
              }
            >
              {t(`effect.${effect}`, { credit: file.credit })}
            </p>
            {isChanged && changed !== null ? (
              <p className="text-sm break-words">
                {t("says", {
                  credit: changed.credit || t("none"),
                  keywords: changed.keywords.join(", ") || t("none"),
                })}
              </p>
            ) : null}
            {isChanged && rights !== null ? (
              <p className="text-sm break-words">
                {t("saysRights", {
                  line: rightsLines(rights)
                    .map(({ line }) => line)
                    .join(" · "),
                })}
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
