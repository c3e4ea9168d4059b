"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { type Action, useOutcome } from "./use-outcome.ts";

/**
 * An action that leaves its person on the page: how it is sent, and what it answered last. After a yes the page is drawn anew.
 * @param refreshes false where the page around it is not to be drawn anew
 */
export function useSent<T>(action: Action<T>, onYes?: (value: T) => void, { refreshes = true } = {}) {
  const router = useRouter();
  const [outcome, send, pending] = useOutcome(action);
  const done = useEffectEvent((value: T) => {
    onYes?.(value);
    if (refreshes) router.refresh();
  });
  useEffect(() => {
    if (outcome?.ok) done(outcome.value);
  }, [outcome]);
  return { outcome, send, pending };
}
