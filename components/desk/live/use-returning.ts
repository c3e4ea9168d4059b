import { useCallback, useEffect, useRef } from "react";

/** What is heard so soon after the page was hidden counts as heard at the return, in milliseconds. */
const RETURN_MS = 10_000;

/** @returns whether somebody has just come back to this page from another one, and touched nothing in it since */
export function useReturning(): () => boolean {
  const backAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    const touched = () => {
      backAt.current = Number.NEGATIVE_INFINITY;
    };
    const turned = () => {
      if (document.visibilityState === "visible") backAt.current = performance.now();
    };
    document.addEventListener("visibilitychange", turned, { signal });
    for (const kind of ["pointerdown", "keydown", "wheel"]) {
      document.addEventListener(kind, touched, { signal, passive: true });
    }
    return () => left.abort();
  }, []);
  return useCallback(() => performance.now() - backAt.current < RETURN_MS, []);
}
