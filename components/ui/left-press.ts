"use client";

import { useEffect, useSyncExternalStore } from "react";

/** Whether somebody left a dialog before what they had pressed in it was answered. One page, one such line. */
let isLeft = false;
const listeners = new Set<() => void>();

function put(next: boolean): void {
  isLeft = next;
  for (const tell of listeners) tell();
}

/** Somebody goes on although the server has not answered: it may still do what was pressed. */
export const leavePress = (): void => put(true);

/** It was answered after all, or the page is another one: nothing is open any more. */
export const settlePress = (): void => put(false);

/** The same for whoever stays on the page and hears what was answered. */
export function useSettled(outcome: unknown): void {
  useEffect(() => {
    if (outcome !== null) settlePress();
  }, [outcome]);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const useIsPressLeft = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => isLeft,
    () => false,
  );
