"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useEntry } from "./stands-under.tsx";

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
  const className =
    "inline-flex min-h-11 shrink-0 items-center border-b-2 border-transparent px-2 text-sm font-semibold whitespace-nowrap hover:border-edge aria-[current]:border-accent aria-[current]:text-accent";
  if (isElsewhere) {
    return (
      <a className={className} href={href}>
        {children}
      </a>
    );
  }
  const here = entry === null ? path === href || (!exact && path.startsWith(`${href}/`)) : entry === href;
  return (
    <Link href={href} prefetch={false} aria-current={here ? "page" : undefined} className={className}>
      {children}
    </Link>
  );
}
