import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { HomeLists } from "#components/desk/home-lists.tsx";
import { ListsChanged } from "#components/desk/live/lists-changed.tsx";
import { ResultNote } from "#components/desk/result-note.tsx";
import { NamesWaiting } from "#components/desk/sections/names-waiting.tsx";
import { StartButton } from "#components/desk/start-button.tsx";
import { SystemCard } from "#components/desk/system-card.tsx";
import { EndedCard } from "#components/library/ended-card.tsx";
import { ErasureList } from "#components/library/erasure-list.tsx";
import { AccountNewsList } from "#components/people/account-news-list.tsx";
import { NoticeList } from "#components/people/notice-list.tsx";
import { deskPath } from "#features/addresses/desk.ts";
import { deskHome } from "#features/desk/queries.ts";
import { systemState } from "#features/desk/system.ts";
import { batchesWaiting } from "#features/importing/queries.ts";
import { endedFiles, erasuresFor } from "#features/library/queries.ts";
import { listsMark } from "#features/live/queries.ts";
import { newsFor } from "#features/people/news.ts";
import { noticesFor, peopleFor } from "#features/people/queries.ts";
import { originOf } from "#features/reading/origin.ts";
import { siteById } from "#features/reading/queries.ts";
import { namesWaitingFor } from "#features/renaming/queries.ts";
import { isAdministrator, writes } from "#features/roles/roles.ts";
import { type Staff, staffOrSignIn } from "#features/sessions/actor.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DeskHomePage({ searchParams }: Props) {
  const staff = await staffOrSignIn(deskPath);
  const t = await getTranslations("desk");
  const { done } = await searchParams;
  const [notices, names, site, erasures, news, system] = await Promise.all([
    noticesFor(staff),
    namesWaitingFor(staff),
    siteById(staff.siteId),
    erasuresFor(staff),
    newsFor(staff),
    isAdministrator(staff) ? systemOf(staff) : null,
  ]);
  return (
    <>
      <h1 className="sr-only">{t("home.title")}</h1>
      <ResultNote done={done === "hand_over" ? done : undefined} />
      <div className="space-y-5">
        {notices.length > 0 ? <NoticeList notices={notices} /> : null}
        <NamesWaiting sections={names} host={new URL(originOf(site)).host} />
        <ErasureList erasures={erasures} />
        {news ? <ToldOfAccounts {...news} /> : null}
        {writes(staff) ? <Articles staff={staff} /> : null}
        {system ? <System {...system} asked={notices.filter(({ waits }) => waits).length} /> : null}
      </div>
    </>
  );
}

async function ToldOfAccounts(told: NonNullable<Awaited<ReturnType<typeof newsFor>>>) {
  const { people, common } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ people, common }}>
      <AccountNewsList {...told} />
    </NextIntlClientProvider>
  );
}

async function System(told: ComponentProps<typeof SystemCard>) {
  const { people, common } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ people, common }}>
      <SystemCard {...told} />
    </NextIntlClientProvider>
  );
}

async function systemOf(staff: Staff) {
  const [state, { people }] = await Promise.all([systemState(staff), peopleFor(staff)]);
  return { state, accounts: people };
}

/** Administrators have no say over articles: these lists say nothing to them. */
async function Articles({ staff }: { staff: Staff }) {
  const mark = await listsMark();
  const [home, imported, ended] = await Promise.all([deskHome(staff), batchesWaiting(staff), endedFiles(staff)]);
  return (
    <>
      <StartButton kind="article" className="sm:hidden" wide />
      {ended.total > 0 ? <EndedCard {...ended} /> : null}
      <HomeLists {...home} batchesWaiting={imported.filter(({ waitingForMe }) => waitingForMe > 0).length} />
      <ListsChanged mark={mark} />
    </>
  );
}
