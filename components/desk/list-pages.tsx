import { useTranslations } from "next-intl";
import type { Cursor } from "#features/desk/address.ts";
import { PageLink } from "./page-link.tsx";

type Props = {
  /** Where this page begins; null at the top. */
  here: Cursor | null;
  before: Cursor | null;
  after: Cursor | null;
  /** The address of the list from somewhere on. */
  addressAt: (cursor: Cursor | null) => string;
};

/** Steps through a long list. Absent when there is one page only. */
export function ListPages({ here, before, after, addressAt }: Props) {
  const t = useTranslations("desk.all");
  if (!before && !after && !here) return null;
  const step = (cursor: Cursor | null, label: string) => <PageLink href={addressAt(cursor)}>{label}</PageLink>;
  return (
    <nav className="mt-4 flex flex-wrap items-center justify-between gap-3" aria-label={t("pages")}>
      {before ? step(before, t("before")) : <span />}
      {here ? step(null, t("top")) : null}
      {after ? step(after, t("after")) : <span />}
    </nav>
  );
}
