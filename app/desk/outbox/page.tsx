import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MailPages } from "#components/mail/mail-pages.tsx";
import { OutboxList } from "#components/mail/outbox-list.tsx";
import { NoEntry } from "#components/people/no-entry.tsx";
import { Note } from "#components/ui/note.tsx";
import { outboxPath } from "#features/addresses/desk.ts";
import { outcomeOf } from "#features/edge/outcome.ts";
import { beforeIn } from "#features/mail/before.ts";
import { outbox } from "#features/mail/queries.ts";
import { administratorsFor } from "#features/people/queries.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mail.outbox"))("title") };
}

export default async function OutboxPage({ searchParams }: Props) {
  const staff = await staffOrSignIn(outboxPath);
  const before = beforeIn((await searchParams).before);
  const answer = await outcomeOf(() => outbox(staff, before));
  if (!answer.ok) return <NoEntry sentence={answer.sentence} administrators={await administratorsFor(staff)} />;
  const { mails, next } = answer.value;
  const t = await getTranslations("mail.outbox");
  return (
    <div className="max-w-4xl space-y-4">
      <header>
        <h1 className="text-2xl font-bold">{t("title")}</h1>
        <p className="mt-1 max-w-prose text-ink-soft">{t("about")}</p>
      </header>
      {mails[0]?.state === "kept" ? <Note look="warning">{t("noServer")}</Note> : null}
      {mails.length > 0 ? <OutboxList mails={mails} /> : <p>{t(before === null ? "none" : "noneOlder")}</p>}
      <MailPages path={outboxPath} isOlder={before !== null} next={next} />
    </div>
  );
}
