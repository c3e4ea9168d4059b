"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link of the desk's menu that says when it leads to where one is. */
export function NavLink({ href, exact = false, children }: { href: string; exact?: boolean; children: ReactNode }) {
  const path = usePathname();
  const here = path === href || (!exact && path.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={here ? "page" : undefined}
      className="inline-flex min-h-11 items-center border-b-2 border-transparent px-2 text-sm font-semibold hover:border-edge aria-[current]:border-accent aria-[current]:text-accent"
    >
      {children}
    </Link>
  );
}
