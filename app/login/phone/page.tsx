import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { PhonePage } from "#components/phone/phone-page.tsx";
import { Note } from "#components/ui/note.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("login"))("phone.title"), referrer: "no-referrer" };
}

/** For a phone that brings pictures into a text that is open elsewhere. Its secret stands behind the # and never reaches us with the address. */
export default async function PhonesPage() {
  const t = await getTranslations("login");
  const { common, login, editor } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ common, login, editor }}>
      <noscript>
        <Note look="warning">{t("noScript")}</Note>
      </noscript>
      <PhonePage />
    </NextIntlClientProvider>
  );
}
