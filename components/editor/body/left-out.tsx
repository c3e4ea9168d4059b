import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BUTTON } from "../button-shape.ts";
import type { LeftOut as Left } from "../schema/pasting.ts";

type Props = { left: Left | null; onClose: () => void };

/** Says what of the last paste or drop did not come in, until it is put away or something else is pasted. */
export function LeftOut({ left, onClose }: Props): ReactNode {
  const t = useTranslations("editor");
  return (
    <div role="status" className="text-sm font-medium text-(--warn)">
      {left === null ? null : (
        <p className="flex items-start justify-between gap-3 py-1">
          {left.kind === "pictures" ? t("leftOut.pictures", { count: left.count }) : t(`leftOut.${left.kind}`)}
          <button type="button" className={`${BUTTON} min-h-8 shrink-0`} onClick={onClose}>
            {t("close")}
          </button>
        </p>
      )}
    </div>
  );
}
