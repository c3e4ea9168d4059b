import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OneTimeLink } from "#components/sign-in/one-time-link.tsx";
import { Note } from "#components/ui/note.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("login"))("resetTitle"), referrer: "no-referrer" };
}

/** For whoever holds a one-time link. Its secret stands behind the # and never reaches us with the address. */
export default async function OneTimePage() {
  const t = await getTranslations("login");
  return (
    <>
      <noscript>
        <Note look="warning">{t("noScript")}</Note>
      </noscript>
      <OneTimeLink />
    </>
  );
}
