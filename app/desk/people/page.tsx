import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { InvitePanel } from "#components/people/invite-panel.tsx";
import { NoEntry } from "#components/people/no-entry.tsx";
import { NoticeList } from "#components/people/notice-list.tsx";
import { PersonCard } from "#components/people/person-card.tsx";
import { PersonSearch } from "#components/people/person-search.tsx";
import { peoplePath, saying } from "#features/addresses/desk.ts";
import { outcomeOf } from "#features/edge/outcome.ts";
import { administratorsFor, noticesFor, peopleFor } from "#features/people/queries.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function PeoplePage({ searchParams }: Props) {
  const { q } = await searchParams;
  const wanted = typeof q === "string" ? q.trim().slice(0, 100) : "";
  const staff = await staffOrSignIn(saying(peoplePath, { q: wanted || null }));
  const answer = await outcomeOf(() => peopleFor(staff, wanted));
  if (!answer.ok) return <NoEntry sentence={answer.sentence} administrators={await administratorsFor(staff)} />;
  const { people, found, total, places, only } = answer.value;
  const [t, messages] = [await getTranslations("people"), await getMessages()];
  return (
    <div className="max-w-4xl space-y-6">
      <header>
        <h1 className="text-2xl font-bold">{t("title")}</h1>
        <p className="mt-1 text-ink-soft">{t("about")}</p>
      </header>
      <NoticeList notices={await noticesFor(staff)} />
      <NextIntlClientProvider messages={{ people: messages.people, common: messages.common }}>
        <InvitePanel places={places} begins={total < 2} />
        {total > MANY || wanted !== "" ? (
          <PersonSearch wanted={wanted} found={found} shown={people.length} total={total} />
        ) : null}
        {found === 0 ? <p>{t("nobodyFound", { wanted })}</p> : null}
        <h2 className="sr-only">{t("list")}</h2>
        <ul className="rounded-lg border border-line bg-field">
          {people.map((person) => (
            <PersonCard
              key={person.id}
              person={person}
              places={places}
              self={person.id === staff.personId ? { only } : null}
              opened={found === 1 && wanted !== ""}
            />
          ))}
        </ul>
      </NextIntlClientProvider>
    </div>
  );
}

/** From how many people on it takes looking for one. */
const MANY = 8;
