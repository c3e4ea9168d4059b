import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArticleFilter } from "#components/desk/article-filter.tsx";
import { DocumentRow } from "#components/desk/document-row.tsx";
import { pageOf } from "#components/desk/home-lists.tsx";
import { LineDates } from "#components/desk/line-dates.tsx";
import { ListCard } from "#components/desk/list-card.tsx";
import { ListPages } from "#components/desk/list-pages.tsx";
import { ListsChanged } from "#components/desk/live/lists-changed.tsx";
import { Note } from "#components/ui/note.tsx";
import { addressOf, filterOf } from "#features/desk/list-filter.ts";
import { articleList, listOptions } from "#features/desk/queries.ts";
import { listsMark } from "#features/live/queries.ts";
import { writes } from "#features/roles/roles.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("all.title") };
}

/** Every article that somebody may see. Whoever has no say over articles is told so, where the list would be empty for that alone. */
export default async function ArticlesPage({ searchParams }: Props) {
  const filter = filterOf(await searchParams);
  const staff = await staffOrSignIn(addressOf(filter));
  const t = await getTranslations("desk.all");
  const mark = await listsMark();
  const [{ lines, total, isMore, before, after }, options] = await Promise.all([
    articleList(staff, filter),
    listOptions(staff.siteId),
  ]);
  const hasNoSay = lines.length === 0 && !writes(staff);
  return (
    <>
      <h1 className="mb-4 text-2xl font-bold">{t("title")}</h1>
      {hasNoSay ? (
        <Note>{t("noSay")}</Note>
      ) : (
        <>
          <ArticleFilter filter={filter} {...options} />
          <ListCard id="found" title={t(isMore ? "foundMore" : "found", { total })} empty={t("nothing")}>
            {lines.map((line) => (
              <DocumentRow
                key={line.id}
                line={line}
                href={pageOf(line)}
                dates={<LineDates line={line} by={filter.date} />}
              />
            ))}
          </ListCard>
          <ListPages
            here={filter.cursor}
            {...{ before, after }}
            addressAt={(cursor) => addressOf({ ...filter, cursor })}
          />
          <ListsChanged mark={mark} />
        </>
      )}
    </>
  );
}
