"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { NAV_ENTRY } from "./nav-entry.ts";
import { leadsTo, useEntry } from "./stands-under.tsx";

type Props = {
  href: string;
  exact?: boolean;
  /** Not a page of the desk. */
  isElsewhere?: boolean;
  children: ReactNode;
};

/** A link of the desk's menu that says when it leads to where one is. */
export function NavLink({ href, exact = false, isElsewhere = false, children }: Props) {
  const path = usePathname();
  const entry = useEntry();
  if (isElsewhere) {
    return (
      <a className={NAV_ENTRY} href={href}>
        {children}
      </a>
    );
  }
  const here = leadsTo(href, path, entry, exact);
  return (
    <Link href={href} prefetch={false} aria-current={here ? "page" : undefined} className={NAV_ENTRY}>
      {children}
    </Link>
  );
}
