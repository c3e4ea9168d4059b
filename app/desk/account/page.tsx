import type { Metadata } from "next";
import Link from "next/link";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { ChoicesForm } from "#components/mail/choices-form.tsx";
import { LINK } from "#components/ui/button-class.ts";
import { accountPath, ownMailPath, passwordPath } from "#features/addresses/desk.ts";
import { wantedMail } from "#features/mail/queries.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mail.account"))("title") };
}

export default async function AccountPage() {
  const staff = await staffOrSignIn(accountPath);
  const [t, { mail }, wanted] = [await getTranslations("mail.account"), await getMessages(), await wantedMail(staff)];
  return (
    <div className="max-w-3xl space-y-5">
      <header>
        <h1 className="text-2xl font-bold">{t("title")}</h1>
        <p className="mt-1 text-ink-soft">{t("about")}</p>
      </header>
      <section aria-labelledby="who" className="rounded-lg border border-line bg-field px-4 py-3">
        <h2 id="who" className="text-lg font-bold">
          {t("who")}
        </h2>
        <dl className="mt-2 grid gap-x-4 gap-y-1 break-words sm:grid-cols-[10rem_minmax(0,1fr)]">
          <dt className="font-semibold text-ink-soft">{t("name")}</dt>
          <dd>{staff.name}</dd>
          <dt className="font-semibold text-ink-soft">{t("email")}</dt>
          <dd>{staff.email}</dd>
        </dl>
        <p className="mt-2 text-sm text-ink-soft">{t("whoAsk")}</p>
        <a className={LINK} href={passwordPath}>
          {t("password")}
        </a>
      </section>
      <section aria-labelledby="wants" className="space-y-2 rounded-lg border border-line bg-field px-4 py-3">
        <h2 id="wants" className="text-lg font-bold">
          {t("wants")}
        </h2>
        <p className="text-sm text-ink-soft">{t("wantsAbout")}</p>
        <NextIntlClientProvider messages={{ mail }}>
          <ChoicesForm wanted={wanted} />
        </NextIntlClientProvider>
        <Link className={LINK} href={ownMailPath} prefetch={false}>
          {t("toMails")}
        </Link>
      </section>
    </div>
  );
}
