import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button-class.ts";
import { addressOf, type ListFilter } from "#features/desk/list-filter.ts";

/** Steps through a long list. Absent when there is one page only. */
export function ListPages({ filter, goesOn }: { filter: ListFilter; goesOn: boolean }) {
  const t = useTranslations("desk.all");
  const { page } = filter;
  if (page === 1 && !goesOn) return null;
  const step = (to: number, label: string) => (
    <Link className={buttonClass()} href={addressOf({ ...filter, page: to })} prefetch={false}>
      {label}
    </Link>
  );
  return (
    <nav className="mt-4 flex items-center justify-between gap-3" aria-label={t("pages")}>
      {page > 1 ? step(page - 1, t("before")) : <span />}
      <span className="text-ink-soft">{t("page", { page })}</span>
      {goesOn ? step(page + 1, t("after")) : <span />}
    </nav>
  );
}
