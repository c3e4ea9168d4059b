import Link from "next/link";
import { useTranslations } from "next-intl";
import { AT_THE_END, buttonClass } from "#components/ui/button-class.ts";

/** Nothing here, or nothing for this person: which of the two is not said. */
export default function DeskNotFound() {
  const t = useTranslations("desk.notFound");
  return (
    <div className="mx-auto max-w-xl space-y-4 py-10">
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p>{t("sentence")}</p>
      <Link className={buttonClass("main", AT_THE_END)} href="/desk" prefetch={false}>
        {t("home")}
      </Link>
    </div>
  );
}
