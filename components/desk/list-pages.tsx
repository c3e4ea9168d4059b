import { useTranslations } from "next-intl";
import { addressOf, type Cursor, type ListFilter } from "#features/desk/list-filter.ts";
import { PageLink } from "./page-link.tsx";

type Props = { filter: ListFilter; before: Cursor | null; after: Cursor | null };

/** Steps through a long list. Absent when there is one page only. */
export function ListPages({ filter, before, after }: Props) {
  const t = useTranslations("desk.all");
  if (!before && !after && !filter.cursor) return null;
  const step = (cursor: Cursor | null, label: string) => (
    <PageLink href={addressOf({ ...filter, cursor })}>{label}</PageLink>
  );
  return (
    <nav className="mt-4 flex flex-wrap items-center justify-between gap-3" aria-label={t("pages")}>
      {before ? step(before, t("before")) : <span />}
      {filter.cursor ? step(null, t("top")) : null}
      {after ? step(after, t("after")) : <span />}
    </nav>
  );
}
