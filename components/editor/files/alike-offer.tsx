import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { smallOf } from "../body/figure-picture.tsx";
import { SmallButton } from "../small-button.tsx";
import type { Known } from "./file-states.ts";
import type { FileView } from "./file-view.ts";
import type { Uploader } from "./uploader.ts";
import { useAlike } from "./use-alike.ts";

type Props = { file: string | null; known: Known; uploads: Uploader; onChosen: (other: FileView) => void };

/** Offers a picture of the library in the place of one that was brought and looks nearly like it. */
export function AlikeOffer({ file, known, uploads, onChosen }: Props): ReactNode {
  const t = useTranslations("editor.alike");
  const { other, keep } = useAlike(file, known, uploads);
  // What is said appears long after the picture came: those who do not see it hear of it.
  return (
    <div aria-live="polite">
      {other === null ? null : (
        <div className="alike-offer">
          {/* biome-ignore lint/performance/noImgElement: made for its place already */}
          <img src={smallOf(other, 360)} alt="" />
          <div className="min-w-0 grow basis-48 space-y-1">
            <p className="font-semibold">{t("title")}</p>
            <p className="text-sm break-words">{other.caption || other.name}</p>
            <p className="text-sm text-(--ink-soft)">{t("about")}</p>
            <div className="flex flex-wrap gap-2">
              <SmallButton className="sm:min-h-9 sm:py-1" onClick={() => onChosen(other)}>
                {t("use")}
              </SmallButton>
              <SmallButton className="sm:min-h-9 sm:py-1" onClick={keep}>
                {t("keep")}
              </SmallButton>
            </div>
          </div>
        </div>
      )}
    </div>
  );
}
