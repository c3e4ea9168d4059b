"use client";

import { type ReactNode, useRef } from "react";

/** A menu that opens below its name. Escape closes it, and so does going on to something else. */
export function PersonMenu({ name, children }: { name: ReactNode; children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute("open");
  return (
    <details
      ref={menu}
      className="group relative"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || menu.current?.open !== true) return;
        close();
        menu.current.querySelector("summary")?.focus();
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <summary className="flex min-h-11 list-none items-center gap-2 rounded px-2 text-right leading-tight hover:bg-paper">
        {name}
        <span aria-hidden="true" className="text-ink-soft group-open:rotate-180">
          ▾
        </span>
      </summary>
      <div className="absolute right-0 z-30 mt-1 w-64 space-y-2 rounded-md border border-line bg-field p-3 shadow-lg">
        {children}
      </div>
    </details>
  );
}
