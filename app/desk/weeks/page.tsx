import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FoundList } from "#components/desk/found-list.tsx";
import { ListsChanged } from "#components/desk/live/lists-changed.tsx";
import { PageLink } from "#components/desk/page-link.tsx";
import { RootHead } from "#components/desk/root-head.tsx";
import { WeeksStanding } from "#components/desk/weeks-standing.tsx";
import { saying, weeksOfDeskPath } from "#features/addresses/desk.ts";
import { type Cursor, placeOf } from "#features/desk/address.ts";
import { addressOf, newestOf } from "#features/desk/list-filter.ts";
import { articleList } from "#features/desk/queries.ts";
import { weeksShown } from "#features/desk/weeks.ts";
import { listsMark } from "#features/live/queries.ts";
import { editsRoot } from "#features/roles/roles.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("weeks.title") };
}

/** The work calendars of a site, those that changed last first, and above them whether this week and the next one have theirs. */
export default async function WeeksPage({ searchParams }: Props) {
  const filter = newestOf("week", await searchParams);
  const addressAt = (cursor: Cursor | null) => saying(weeksOfDeskPath, placeOf(cursor));
  const staff = await staffOrSignIn(addressAt(filter.cursor));
  const mark = await listsMark();
  const [t, found] = await Promise.all([getTranslations("desk.weeks"), articleList(staff, filter)]);
  return (
    <>
      <RootHead kind="week" title={t("title")} about={t("about")} mayBegin={editsRoot(staff)} />
      {editsRoot(staff) ? (
        <div className="mb-4">
          <WeeksStanding weeks={await weeksShown(staff.siteId, new Date())} />
        </div>
      ) : null}
      <FoundList id="weeks" {...{ found, filter, addressAt }} empty={t("none")} />
      {found.lines.length === 0 ? null : (
        <p className="mt-4">
          <PageLink href={addressOf({ ...filter, cursor: null })}>{t("search")}</PageLink>
        </p>
      )}
      <ListsChanged mark={mark} />
    </>
  );
}
