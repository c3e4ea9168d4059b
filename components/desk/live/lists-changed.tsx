"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { listChangesPath, livePath } from "#features/addresses/desk.ts";
import { FloatingLine } from "./floating-line.tsx";
import { isAtRest } from "./is-at-rest.ts";
import { useListening } from "./use-listening.ts";
import { useReturning } from "./use-returning.ts";

/**
 * Says that the lists of this page have changed. Rows do not move under somebody's hand: they are renewed when somebody
 * asks for it, or comes back to a page in which nothing is begun.
 *
 * @param mark when the lists were read
 */
export function ListsChanged({ mark }: { mark: string }) {
  const t = useTranslations("desk.live");
  const { refresh } = useRouter();
  const [changedSince, setChangedSince] = useState<string | null>(null);
  const [renewing, startRenewing] = useTransition();
  const hasChanged = changedSince === mark;
  const isBack = useReturning();

  useListening<{ changed: boolean }>(
    livePath(),
    () => (hasChanged ? null : listChangesPath(mark)),
    ({ changed }) => {
      if (!changed) return;
      if (isBack() && isAtRest(document)) startRenewing(refresh);
      else setChangedSince(mark);
    },
  );

  return (
    <FloatingLine>
      {hasChanged ? (
        <>
          <span className="font-semibold">{t("lists")}</span>
          <Button look="quiet" className="max-sm:px-1" aria-disabled={renewing} onClick={() => startRenewing(refresh)}>
            {t(renewing ? "renewing" : "renew")}
          </Button>
        </>
      ) : null}
    </FloatingLine>
  );
}
