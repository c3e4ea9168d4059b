import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DocumentRow } from "#components/desk/document-row.tsx";
import { pageOf } from "#components/desk/home-lists.tsx";
import { LineDates } from "#components/desk/line-dates.tsx";
import { ListCard } from "#components/desk/list-card.tsx";
import { ListPages } from "#components/desk/list-pages.tsx";
import { ListsChanged } from "#components/desk/live/lists-changed.tsx";
import { PageLink } from "#components/desk/page-link.tsx";
import { ScreenHead } from "#components/desk/screen-head.tsx";
import { StartButton } from "#components/desk/start-button.tsx";
import { WeeksStanding } from "#components/desk/weeks-standing.tsx";
import { saying, weeksOfDeskPath } from "#features/addresses/desk.ts";
import { placeOf } from "#features/desk/address.ts";
import { addressOf, filterOf } from "#features/desk/list-filter.ts";
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
  const { cursor } = filterOf(await searchParams);
  const filter = { ...filterOf({}), kind: "week" as const, cursor };
  const staff = await staffOrSignIn(saying(weeksOfDeskPath, placeOf(cursor)));
  const mark = await listsMark();
  const [t, all, { lines, total, isMore, before, after }] = await Promise.all([
    getTranslations("desk.weeks"),
    getTranslations("desk.all"),
    articleList(staff, filter),
  ]);
  return (
    <>
      <ScreenHead title={t("title")} about={t("about")}>
        {editsRoot(staff) ? <StartButton kind="week" className="max-sm:w-full" wide /> : null}
      </ScreenHead>
      {editsRoot(staff) ? (
        <div className="mb-4">
          <WeeksStanding weeks={await weeksShown(staff.siteId, new Date())} />
        </div>
      ) : null}
      <ListCard id="weeks" title={all(isMore ? "foundMore" : "found", { total })} empty={t("none")}>
        {lines.map((line) => (
          <DocumentRow
            key={line.id}
            line={line}
            href={pageOf(line)}
            dates={<LineDates line={line} by={filter.date} />}
          />
        ))}
      </ListCard>
      <ListPages here={cursor} {...{ before, after }} addressAt={(place) => saying(weeksOfDeskPath, placeOf(place))} />
      {lines.length === 0 ? null : (
        <p className="mt-4">
          <PageLink href={addressOf({ ...filter, cursor: null })}>{t("search")}</PageLink>
        </p>
      )}
      <ListsChanged mark={mark} />
    </>
  );
}
