import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArticleFilter } from "#components/desk/article-filter.tsx";
import { FoundList } from "#components/desk/found-list.tsx";
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
  const [found, options] = await Promise.all([articleList(staff, filter), listOptions(staff.siteId)]);
  const hasNoSay = found.lines.length === 0 && !writes(staff);
  return (
    <>
      <h1 className="mb-4 text-2xl font-bold">{t("title")}</h1>
      {hasNoSay ? (
        <Note>{t("noSay")}</Note>
      ) : (
        <>
          <ArticleFilter filter={filter} {...options} />
          <FoundList
            id="found"
            {...{ found, filter }}
            empty={t("nothing")}
            addressAt={(cursor) => addressOf({ ...filter, cursor })}
          />
          <ListsChanged mark={mark} />
        </>
      )}
    </>
  );
}
