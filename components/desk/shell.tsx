import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { approves, editsRoot, isAdministrator, ROLES, rankAnywhere, writes } from "#features/roles/roles.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { DeskNav } from "./desk-nav.tsx";
import { LeftPress } from "./left-press.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { EntryProvider } from "./stands-under.tsx";
import { StartButton } from "./start-button.tsx";

type Props = {
  staff: Staff;
  siteName: string;
  publicUrl: string;
  /** Whether what was imported concerns this person. */
  hasBatches: boolean;
  children: ReactNode;
};

/** What stands around every page of the desk. */
export function Shell({ staff, siteName, publicUrl, hasBatches, children }: Props) {
  const t = useTranslations("desk");
  return (
    <EntryProvider>
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
            <DeskNav
              writes={writes(staff)}
              administers={isAdministrator(staff)}
              approves={approves(staff)}
              arranges={rankAnywhere(staff) >= 2}
              editsRoot={editsRoot(staff)}
              hasBatches={hasBatches}
              publicUrl={publicUrl}
            />
            {writes(staff) ? <StartButton kind="article" className="ml-auto hidden sm:block" /> : null}
          </nav>
        </div>
      </header>
      <LeftPress />
      <main id="noi-dung" className="mx-auto max-w-7xl px-4 pt-5 pb-24">
        {children}
      </main>
    </EntryProvider>
  );
}

function Person({ staff }: { staff: Staff }) {
  const t = useTranslations("desk");
  const common = useTranslations("common");
  const roles = ROLES.filter((role) => staff.grants.some((grant) => grant.role === role));
  const highest = roles.filter((role) => role !== "administrator").at(-1);
  const titles = [highest, roles.find((role) => role === "administrator")].filter((role) => role !== undefined);
  return (
    <PersonMenu
      personId={staff.personId}
      name={staff.name}
      titles={titles.length === 0 ? t("shell.noRole") : titles.map((role) => common(role)).join(", ")}
      email={staff.email}
    />
  );
}
