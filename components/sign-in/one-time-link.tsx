"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { buttonClass } from "#components/ui/button-class.ts";
import { Note } from "#components/ui/note.tsx";
import { loginPath } from "#features/addresses/desk.ts";
import { openOneTimeLink } from "#features/people/actions.ts";
import type { OpenedLink } from "#features/people/links.ts";
import type { Outcome } from "#lib/outcome.ts";
import { Heading } from "./heading.tsx";
import { PasswordLinkForm } from "./password-form.tsx";

type Opened = { token: string; link: Outcome<OpenedLink> | "failed" };

const TITLES = { first_administrator: "firstTitle", invitation: "invitationTitle", reset: "resetTitle" } as const;

/** Says what the link in the address is for, and asks for a password. Looking at a link does not use it up. */
export function OneTimeLink() {
  const t = useTranslations("login");
  const [opened, setOpened] = useState<Opened | null>(null);

  useEffect(() => {
    let latest = "";
    async function open() {
      const token = window.location.hash.slice(1);
      latest = token;
      const link = await openOneTimeLink({ token }).catch(() => "failed" as const);
      if (latest === token) setOpened({ token, link });
    }
    open();
    // Another link pasted into the same window changes only what stands behind the #.
    window.addEventListener("hashchange", open);
    return () => window.removeEventListener("hashchange", open);
  }, []);

  if (opened === null) {
    return (
      <>
        <Heading>{t("openingTitle")}</Heading>
        <p role="status">{t("opening")}</p>
      </>
    );
  }
  const { token, link } = opened;
  if (link === "failed" || !link.ok) {
    const waits = link !== "failed" && link.code === "not_ready";
    return (
      <>
        <Heading>{link === "failed" ? t("openingTitle") : waits ? t("waitsTitle") : t("deadTitle")}</Heading>
        <Note look="warning">{link === "failed" ? t("notOpened") : link.sentence}</Note>
        <a className={buttonClass()} href={loginPath}>
          {t("toSignIn")}
        </a>
      </>
    );
  }
  const { purpose, person, needsSite } = link.value;
  return (
    <>
      <Heading>{t(TITLES[purpose])}</Heading>
      <p className="break-words">{person ? t("forPerson", person) : t("firstAbout")}</p>
      <PasswordLinkForm
        key={token}
        token={token}
        asksWho={person === null}
        asksSite={needsSite}
        email={person?.email}
      />
    </>
  );
}
