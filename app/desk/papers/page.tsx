import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FoundList } from "#components/desk/found-list.tsx";
import { ListsChanged } from "#components/desk/live/lists-changed.tsx";
import { PageLink } from "#components/desk/page-link.tsx";
import { RootHead } from "#components/desk/root-head.tsx";
import { papersOfDeskPath, saying } from "#features/addresses/desk.ts";
import { type Cursor, placeOf } from "#features/desk/address.ts";
import { addressOf, newestOf } from "#features/desk/list-filter.ts";
import { articleList } from "#features/desk/queries.ts";
import { listsMark } from "#features/live/queries.ts";
import { editsRoot } from "#features/roles/roles.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("papers.title") };
}

/** The papers of a site, those that changed last first; the list of everything narrows them further. */
export default async function PapersPage({ searchParams }: Props) {
  const filter = newestOf("paper", await searchParams);
  const addressAt = (cursor: Cursor | null) => saying(papersOfDeskPath, placeOf(cursor));
  const staff = await staffOrSignIn(addressAt(filter.cursor));
  const mark = await listsMark();
  const [t, found] = await Promise.all([getTranslations("desk.papers"), articleList(staff, filter)]);
  return (
    <>
      <RootHead kind="paper" title={t("title")} about={t("about")} mayBegin={editsRoot(staff)} />
      <FoundList id="papers" {...{ found, filter, addressAt }} empty={t("none")} />
      {found.lines.length === 0 ? null : (
        <p className="mt-4">
          <PageLink href={addressOf({ ...filter, cursor: null })}>{t("search")}</PageLink>
        </p>
      )}
      <ListsChanged mark={mark} />
    </>
  );
}
