"use client";

import { useTranslations } from "next-intl";
import { SignOutDialogs, useSignOut } from "#components/sign-in/sign-out.tsx";
import { accountPath, ownMailPath, passwordPath } from "#features/addresses/desk.ts";

type Props = { personId: number; name: string; titles: string; email: string };

const ENTRY = "flex min-h-11 w-full items-center rounded px-2 hover:bg-paper";

/**
 * Who is signed in, and what they can do with their own account. The browser's own popover: it opens before scripts have
 * come, Escape and a touch elsewhere close it, and focus goes back by itself.
 */
export function PersonMenu({ personId, name, titles, email }: Props) {
  const t = useTranslations("desk.shell");
  const login = useTranslations("login");
  const leaving = useSignOut(personId);
  return (
    <>
      <button
        type="button"
        popoverTarget="person-menu"
        className="-mr-2 flex min-h-11 items-center gap-2 rounded px-2 text-right leading-tight hover:bg-paper"
      >
        <span>
          <span className="block max-w-[11rem] truncate font-semibold">{name}</span>
          <span className="block text-sm text-ink-soft">{titles}</span>
        </span>
        <span aria-hidden="true" className="text-ink-soft">
          ▾
        </span>
      </button>
      <div
        id="person-menu"
        popover="auto"
        // Below its button; browsers that cannot tie the two put it where the button is.
        className="absolute inset-auto mt-1 w-64 rounded-md border border-line bg-field p-2 text-ink shadow-lg [position-area:bottom_span-left] not-supports-[position-area:bottom]:top-14 not-supports-[position-area:bottom]:right-4"
      >
        <p className="px-2 py-1 text-sm break-words text-ink-soft">{email}</p>
        <a className={ENTRY} href={accountPath}>
          {t("account")}
        </a>
        <a className={ENTRY} href={ownMailPath}>
          {t("mails")}
        </a>
        <a className={ENTRY} href={passwordPath}>
          {t("password")}
        </a>
        <button
          type="button"
          popoverTarget="person-menu"
          popoverTargetAction="hide"
          className={ENTRY}
          onClick={leaving.press}
        >
          {login("signOut")}
        </button>
      </div>
      <SignOutDialogs {...leaving} />
    </>
  );
}
