"use client";

import { usePathname } from "next/navigation";
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { NAV_ENTRY } from "./nav-entry.ts";
import { leadsTo, useEntry } from "./stands-under.tsx";

type Props = {
  name: string;
  /** Where its links lead. */
  hrefs: readonly string[];
  children: ReactNode;
};

/**
 * Links of the desk's menu that belong together, behind one word that says when one of them leads to where one is. The browser's own
 * popover: it opens before scripts have come, Escape and a touch elsewhere close it, and focus goes back by itself.
 */
export function NavGroup({ name, hrefs, children }: Props) {
  const id = useId();
  const links = useRef<HTMLUListElement>(null);
  const path = usePathname();
  const entry = useEntry();
  const here = hrefs.some((href) => leadsTo(href, path, entry));

  // A link to the page where one is changes no path.
  function chosen({ target }: MouseEvent): void {
    if (target instanceof Element && target.closest("a")) links.current?.hidePopover();
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has come to another page has chosen
  useEffect(() => {
    if (links.current?.matches(":popover-open")) links.current.hidePopover();
  }, [path]);

  return (
    <>
      <button type="button" popoverTarget={id} aria-current={here || undefined} className={`${NAV_ENTRY} gap-1`}>
        {name}
        <span aria-hidden="true">▾</span>
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click */}
      <ul
        ref={links}
        id={id}
        popover="auto"
        onClick={chosen}
        aria-label={name}
        // Below its button; browsers that cannot tie the two put it at the middle of the screen.
        className="w-60 rounded-md border border-line bg-field p-2 text-ink shadow-lg [position-area:bottom_span-right] [position-try-fallbacks:flip-inline] supports-[position-area:bottom]:absolute supports-[position-area:bottom]:inset-auto not-supports-[position-area:bottom]:m-auto"
      >
        {children}
      </ul>
    </>
  );
}
