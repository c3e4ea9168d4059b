import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { LeftOut as Left } from "../schema/pasting.ts";
import { SmallButton } from "../small-button.tsx";

type Props = { left: Left | null; onClose: () => void };

/** Says what of the last paste or drop did not come in, until it is put away (Escape, too) or something else is pasted. */
export function LeftOut({ left, onClose }: Props): ReactNode {
  const t = useTranslations("editor");
  return (
    <div className="flex items-center gap-3">
      <p role="status" className={`text-sm font-medium text-(--warn) ${left === null ? "" : "py-1"}`}>
        {left === null
          ? null
          : left.kind === "looks"
            ? t("leftOut.looks")
            : t(`leftOut.${left.kind}`, { count: left.count })}
      </p>
      {left === null ? null : (
        <SmallButton
          className="my-1 min-h-8 shrink-0"
          onClick={onClose}
          onKeyDown={(event) => {
            if (event.key === "Escape") onClose();
          }}
        >
          {t("close")}
        </SmallButton>
      )}
    </div>
  );
}
