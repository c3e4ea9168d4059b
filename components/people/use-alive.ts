"use client";

import { useSyncExternalStore } from "react";

/** Whether the page's scripts have come. Until then a button that needs them is seen to be of no use: a press would be lost. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
