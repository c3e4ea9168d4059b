import Link from "next/link";
import { useTranslations } from "next-intl";
import { Actions } from "#components/ui/actions.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { deskPath } from "#features/addresses/desk.ts";

/** For whoever may not see the accounts: why, whom to ask, and the way back. */
export function NoEntry({ sentence, administrators }: { sentence: string; administrators: readonly string[] }) {
  const t = useTranslations("people");
  return (
    <div className="mx-auto max-w-xl space-y-4 py-10">
      <h1 className="text-2xl font-bold">{t("noEntryTitle")}</h1>
      <p>{sentence}</p>
      {administrators.length > 0 ? <p>{t("askThem", { names: administrators.join(", ") })}</p> : null}
      <Actions
        main={
          <Link className={buttonClass("main")} href={deskPath} prefetch={false}>
            {t("backToDesk")}
          </Link>
        }
      />
    </div>
  );
}
