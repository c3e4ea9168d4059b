import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";

/** Leads to another page of a list. */
export function PageLink({ href, children }: { href: string; children: string }) {
  return (
    <Link className={buttonClass()} href={href} prefetch={false}>
      {children}
    </Link>
  );
}
