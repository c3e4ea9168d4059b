import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { MailPages } from "#components/mail/mail-pages.tsx";
import { OwnMails } from "#components/mail/own-mails.tsx";
import { LINK } from "#components/ui/button-class.ts";
import { accountPath, ownMailPath } from "#features/addresses/desk.ts";
import { beforeIn } from "#features/mail/before.ts";
import { ownMails } from "#features/mail/queries.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mail.own"))("title") };
}

export default async function OwnMailPage({ searchParams }: Props) {
  const staff = await staffOrSignIn(ownMailPath);
  const before = beforeIn((await searchParams).before);
  const { mails, next } = await ownMails(staff, before);
  const t = await getTranslations("mail.own");
  return (
    <div className="max-w-3xl space-y-4">
      <header>
        <h1 className="text-2xl font-bold">{t("title")}</h1>
        <p className="mt-1 text-ink-soft">{t("about")}</p>
      </header>
      {mails.length > 0 ? <OwnMails mails={mails} /> : <p>{t(before === null ? "none" : "noneOlder")}</p>}
      <MailPages path={ownMailPath} isOlder={before !== null} next={next} />
      <Link className={LINK} href={accountPath} prefetch={false}>
        {t("back")}
      </Link>
    </div>
  );
}
