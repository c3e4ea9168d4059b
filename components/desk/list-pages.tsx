import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button-class.ts";
import type { Stand } from "#features/desk/lines.ts";

type Props = { page: number; pages: number; stand: Stand | null; words: string };

/** Steps through a long list. */
export function ListPages({ page, pages, stand, words }: Props) {
  const t = useTranslations("desk.all");
  if (pages === 1) return null;
  const to = (at: number) => {
    const query = new URLSearchParams({ ...(words ? { words } : {}), ...(stand ? { stand } : {}), page: String(at) });
    return `/desk/articles?${query}`;
  };
  return (
    <nav className="mt-4 flex items-center justify-between gap-3" aria-label={t("pages")}>
      {page > 1 ? (
        <Link className={buttonClass()} href={to(page - 1)} prefetch={false}>
          {t("newer")}
        </Link>
      ) : (
        <span />
      )}
      <span className="text-ink-soft">{t("pageOf", { page, pages })}</span>
      {page < pages ? (
        <Link className={buttonClass()} href={to(page + 1)} prefetch={false}>
          {t("older")}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
