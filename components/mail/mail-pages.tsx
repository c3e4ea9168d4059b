import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button-class.ts";
import { saying } from "#features/addresses/desk.ts";

type Props = {
  path: string;
  /** Whether this is not the first page. */
  isOlder: boolean;
  /** Where the next page goes on; null at the end. */
  next: number | null;
};

/** From one page of messages to older ones, and back to the newest. Absent when there is one page only. */
export function MailPages({ path, isOlder, next }: Props) {
  const t = useTranslations("mail");
  if (!isOlder && next === null) return null;
  return (
    <nav className="flex items-center justify-between gap-3" aria-label={t("pages")}>
      {isOlder ? (
        <Link className={buttonClass()} href={path} prefetch={false}>
          {t("newest")}
        </Link>
      ) : (
        <span />
      )}
      {next === null ? null : (
        <Link className={buttonClass()} href={saying(path, { before: next })} prefetch={false}>
          {t("older")}
        </Link>
      )}
    </nav>
  );
}
