"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "#components/ui/button.tsx";
import { settlePress, useIsPressLeft } from "#components/ui/left-press.ts";

/**
 * Over the head of a page: that what was pressed in a dialog which was left is not answered yet, and may still be done.
 * Only a page that is asked for anew knows, so that is the way on.
 */
export function LeftPress() {
  const t = useTranslations("desk.press");
  const isLeft = useIsPressLeft();
  const address = `${usePathname()}?${useSearchParams()}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has been asked for since
  useEffect(settlePress, [address]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-0 z-30 flex justify-center px-3 pt-[max(0.75rem,env(safe-area-inset-top))] print:hidden"
    >
      {isLeft ? (
        <div className="pointer-events-auto flex max-w-3xl flex-wrap items-center justify-between gap-x-4 rounded-lg border border-warn bg-field px-4 py-1 font-semibold text-warn shadow-lg">
          <span className="min-w-0 py-1">{t("left")}</span>
          <Button look="quiet" className="-ms-4" onClick={() => window.location.reload()}>
            {t("leftReload")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
