import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Heading } from "#components/sign-in/heading.tsx";
import { PasswordLinkForm } from "#components/sign-in/password-link-form.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { Note } from "#components/ui/note.tsx";
import { outcomeOf } from "#features/identity/edge.ts";
import { openLink } from "#features/people/links.ts";

// The address is a secret: it goes to no other page.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("login"))("resetTitle"), referrer: "no-referrer" };
}

/** Looking at a link does not use it up: mail programs look at every link. */
export default async function OneTimePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("login");
  const link = await outcomeOf(() => openLink(token));
  if (!link.ok) {
    return (
      <>
        <Heading>{link.code === "not_ready" ? t("waitsTitle") : t("deadTitle")}</Heading>
        <Note look="warning">{link.sentence}</Note>
        <a className={buttonClass()} href="/login">
          {t("toSignIn")}
        </a>
      </>
    );
  }
  const { purpose, person, needsSite } = link.value;
  const titles = { first_administrator: "firstTitle", invitation: "invitationTitle", reset: "resetTitle" } as const;
  return (
    <>
      <Heading>{t(titles[purpose])}</Heading>
      <p>{person ? t("forPerson", { name: person.name, email: person.email }) : t("firstAbout")}</p>
      <PasswordLinkForm token={token} asksWho={person === null} asksSite={needsSite} email={person?.email} />
    </>
  );
}
