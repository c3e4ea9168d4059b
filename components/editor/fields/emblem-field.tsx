import { useTranslations } from "next-intl";
import type { SiteContent } from "#features/kinds/site.ts";
import { FigurePicture } from "../body/figure-picture.tsx";
import { FromLibrary } from "../files/from-library.tsx";
import { useFile } from "../files/use-file.ts";
import { SmallButton } from "../small-button.tsx";

type Emblem = SiteContent["emblem"];
type Props = { emblem: Emblem; readOnly: boolean; onChange: (change: { emblem: Emblem }) => void };

/** The emblem beside a site's name, taken from the library: there its rights are said, and it is looked into as any picture is. */
export function EmblemField({ emblem: { file }, readOnly, onChange }: Props) {
  const t = useTranslations("editor.site");
  const known = useFile(file);
  return (
    <section aria-label={t("emblem")} data-field="emblem" className="space-y-2">
      <p className="text-sm font-medium">{t("emblem")}</p>
      {file === null ? (
        <p className="text-sm text-(--ink-soft)">{t("emblemNone")}</p>
      ) : (
        <div className="w-24">
          <FigurePicture
            {...{ file, known }}
            cut=""
            local={undefined}
            isReplaced={false}
            alt={t("emblem")}
            isAwaited={false}
            onShown={() => undefined}
          />
        </div>
      )}
      {readOnly ? null : (
        <>
          <div className="flex flex-wrap gap-2">
            <FromLibrary onChosen={({ sha256 }) => onChange({ emblem: { file: sha256 } })} />
            {file === null ? null : (
              <SmallButton className="sm:min-h-9 sm:py-1" onClick={() => onChange({ emblem: { file: null } })}>
                {t("emblemRemove")}
              </SmallButton>
            )}
          </div>
          <p className="text-sm text-(--ink-soft)">{t("emblemAbout")}</p>
        </>
      )}
    </section>
  );
}
