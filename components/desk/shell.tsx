import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SignOutButton } from "#components/sign-in/sign-out-button.tsx";
import { passwordPath } from "#features/addresses/desk.ts";
import type { Staff } from "#features/identity/actor.ts";
import { editsRoot, isAdministrator, ROLES, writes } from "#features/identity/roles.ts";
import { DeskNav } from "./desk-nav.tsx";
import { FoldMenu } from "./fold-menu.tsx";
import { StartButton } from "./start-button.tsx";

type Props = { staff: Staff; siteName: string; publicUrl: string; children: ReactNode };

/** What stands around every page of the desk. */
export function Shell({ staff, siteName, publicUrl, children }: Props) {
  const t = useTranslations("desk");
  return (
    <>
      <a className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-field focus:p-3" href="#noi-dung">
        {t("shell.skip")}
      </a>
      <header className="border-b border-line bg-field print:hidden">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-3 gap-y-1 px-4 sm:gap-x-6 py-2">
          <p className="min-w-0 flex-1 leading-tight">
            <span className="block truncate text-xs text-ink-soft sm:text-sm">{siteName}</span>
            <span className="block truncate font-bold">{t("shell.name")}</span>
          </p>
          <Person staff={staff} />
          <nav
            className="-mx-2 flex w-[calc(100%+1rem)] items-center gap-x-1 sm:mr-0 sm:w-[calc(100%+0.5rem)]"
            aria-label={t("shell.nav")}
          >
            <DeskNav administers={isAdministrator(staff)} editsRoot={editsRoot(staff)} publicUrl={publicUrl} />
            {writes(staff) ? <StartButton className="ml-auto hidden sm:block" /> : null}
          </nav>
        </div>
      </header>
      <main id="noi-dung" className="mx-auto max-w-7xl px-4 pt-5 pb-24">
        {children}
      </main>
    </>
  );
}

function Person({ staff }: { staff: Staff }) {
  const t = useTranslations("desk");
  const common = useTranslations("common");
  const roles = ROLES.filter((role) => staff.grants.some((grant) => grant.role === role));
  const highest = roles.filter((role) => role !== "administrator").at(-1);
  const titles = [highest, roles.find((role) => role === "administrator")].filter((role) => role !== undefined);
  return (
    <FoldMenu
      className="-mr-2"
      nameClass="rounded px-2 text-right leading-tight hover:bg-paper"
      listClass="w-64 space-y-2 p-3"
      name={
        <span>
          <span className="block max-w-[11rem] truncate font-semibold">{staff.name}</span>
          <span className="block text-sm text-ink-soft">
            {titles.length === 0 ? t("shell.noRole") : titles.map((role) => common(role)).join(", ")}
          </span>
        </span>
      }
    >
      <p className="text-sm break-words text-ink-soft">{staff.email}</p>
      <a className="block py-2 text-accent underline underline-offset-4" href={passwordPath}>
        {t("shell.password")}
      </a>
      <SignOutButton look="plain" personId={staff.personId} />
    </FoldMenu>
  );
}
