"use client";

import { useSyncExternalStore } from "react";

/** Whether the page's scripts have come. Until then a press on what needs them would be lost. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
