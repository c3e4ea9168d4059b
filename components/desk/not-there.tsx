import Link from "next/link";
import { useTranslations } from "next-intl";
import { Actions } from "#components/ui/actions.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { deskPath, documentsPath } from "#features/addresses/desk.ts";

/** What is not there, or not for this person: which of the two is not said. */
export function NotThere({ what }: { what: "page" | "article" | "batch" | "file" }) {
  const t = useTranslations("desk.notFound");
  return (
    <div className="mx-auto max-w-xl space-y-4 py-10">
      <h1 className="text-2xl font-bold">{t(`${what}.title`)}</h1>
      <p>{t(`${what}.sentence`)}</p>
      <Actions
        main={
          <Link className={buttonClass("main")} href={deskPath} prefetch={false}>
            {t("home")}
          </Link>
        }
        others={
          what === "article" ? (
            <Link className={buttonClass()} href={documentsPath} prefetch={false}>
              {t("all")}
            </Link>
          ) : null
        }
      />
    </div>
  );
}
