"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { useEntry } from "./stands-under.tsx";

/** A row of links that scrolls sideways where it has no room, to the one that leads to where one is. */
export function NavStrip({ children }: { children: ReactNode }) {
  const strip = useRef<HTMLDivElement>(null);
  const path = usePathname();
  const entry = useEntry();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another place to be in
  useEffect(() => {
    const here = strip.current?.querySelector<HTMLElement>("[aria-current]");
    if (!strip.current || !here) return;
    strip.current.scrollLeft = here.offsetLeft - (strip.current.clientWidth - here.offsetWidth) / 2;
  }, [path, entry]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is pressed here; a link that a keyboard goes to comes in sight whole. Under a thumb it stays where it is: it would be let go beside it.
    <div
      ref={strip}
      onFocus={({ target }) =>
        target.matches(":focus-visible") && target.scrollIntoView({ block: "nearest", inline: "center" })
      }
      className="relative flex min-w-0 flex-1 items-center gap-x-1 overflow-x-auto overscroll-x-contain [scrollbar-width:none] pr-6 [mask-image:linear-gradient(to_right,#000_calc(100%-2rem),transparent)]"
    >
      {children}
    </div>
  );
}
