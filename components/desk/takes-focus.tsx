"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * Where keyboard and screen reader go on from when what they were at is gone, such as a button that was pressed. Whatever
 * has the focus keeps it, and the page stays where it was scrolled to.
 */
export function TakesFocus({ className, children }: { className: string; children: ReactNode }) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) here.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={here} tabIndex={-1} className={className}>
      {children}
    </div>
  );
}
