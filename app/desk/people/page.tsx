import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { InviteForm } from "#components/people/invite-form.tsx";
import { NoticeList } from "#components/people/notice-list.tsx";
import { PersonCard } from "#components/people/person-card.tsx";
import { Note } from "#components/ui/note.tsx";
import { staffOrSignIn } from "#features/identity/actor.ts";
import { outcomeOf } from "#features/identity/edge.ts";
import { noticesFor, peopleFor } from "#features/people/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function PeoplePage() {
  const staff = await staffOrSignIn("/desk/people");
  const found = await outcomeOf(() => peopleFor(staff));
  const t = await getTranslations("people");
  if (!found.ok) return <Note look="warning">{found.sentence}</Note>;
  const { people, places } = found.value;
  const messages = await getMessages();
  return (
    <div className="mx-auto max-w-3xl space-y-6">
      <header>
        <h1 className="text-2xl font-bold">{t("title")}</h1>
        <p className="text-ink-soft">{t("about")}</p>
      </header>
      <NoticeList notices={await noticesFor(staff)} />
      <NextIntlClientProvider messages={{ people: messages.people, common: messages.common }}>
        <details className="rounded-lg border border-line bg-field p-4" open={people.length < 2}>
          <summary className="min-h-11 content-center text-lg font-bold">{t("invite")}</summary>
          <div className="pt-3">
            <InviteForm places={places} />
          </div>
        </details>
        <ul className="space-y-4">
          {people.map((person) => (
            <PersonCard key={person.id} person={person} places={places} />
          ))}
        </ul>
      </NextIntlClientProvider>
    </div>
  );
}
