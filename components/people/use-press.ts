"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { Outcome } from "#lib/outcome.ts";

/** A press of a button: what it answered, and whether it is still under way. The page shows the new state after a yes. */
export function usePress<T>() {
  const router = useRouter();
  const [outcome, setOutcome] = useState<Outcome<T> | null>(null);
  const [pending, start] = useTransition();
  const press = (work: () => Promise<Outcome<T>>, then?: (value: T) => void) =>
    start(async () => {
      const answer = await work();
      setOutcome(answer);
      if (!answer.ok) return;
      then?.(answer.value);
      router.refresh();
    });
  return { outcome, pending, press, forget: () => setOutcome(null) };
}
