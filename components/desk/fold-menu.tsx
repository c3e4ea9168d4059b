"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

type Props = {
  name: ReactNode;
  children: ReactNode;
  /** Of the whole, of what is pressed, and of what opens. */
  className?: string;
  nameClass: string;
  listClass: string;
};

/** A menu that opens below its name. Escape closes it, and so does going on to something else or touching elsewhere. */
export function FoldMenu({ name, children, className = "", nameClass, listClass }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  const path = usePathname();
  const close = () => menu.current?.removeAttribute("open");

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another place to be in
  useEffect(close, [path]);
  useEffect(() => {
    const outside = ({ target }: PointerEvent) => {
      if (target instanceof Node && !menu.current?.contains(target)) menu.current?.removeAttribute("open");
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, []);

  return (
    <details
      ref={menu}
      className={`group relative ${className}`}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || menu.current?.open !== true) return;
        close();
        menu.current.querySelector("summary")?.focus();
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <summary className={`flex min-h-11 list-none items-center gap-2 ${nameClass}`}>
        {name}
        <span aria-hidden="true" className="text-ink-soft group-open:rotate-180">
          ▾
        </span>
      </summary>
      <div className={`absolute right-0 z-30 mt-1 rounded-md border border-line bg-field shadow-lg ${listClass}`}>
        {children}
      </div>
    </details>
  );
}
