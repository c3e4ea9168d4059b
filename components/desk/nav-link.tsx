"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

const LOOKS = {
  tab: "inline-flex border-b-2 border-transparent px-2 hover:border-edge aria-[current]:border-accent",
  line: "flex text-ink border-l-4 border-transparent px-4 hover:bg-paper aria-[current]:border-accent",
} as const;

type Props = {
  href: string;
  exact?: boolean;
  look?: keyof typeof LOOKS;
  /** Not a page of the desk. */
  isElsewhere?: boolean;
  children: ReactNode;
};

/** A link of the desk's menu that says when it leads to where one is. */
export function NavLink({ href, exact = false, look = "tab", isElsewhere = false, children }: Props) {
  const path = usePathname();
  const className = `min-h-11 items-center text-sm font-semibold aria-[current]:text-accent ${LOOKS[look]}`;
  if (isElsewhere) {
    return (
      <a className={className} href={href}>
        {children}
      </a>
    );
  }
  const here = path === href || (!exact && path.startsWith(`${href}/`));
  return (
    <Link href={href} prefetch={false} aria-current={here ? "page" : undefined} className={className}>
      {children}
    </Link>
  );
}
