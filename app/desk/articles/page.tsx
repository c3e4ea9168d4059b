import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArticleFilter } from "#components/desk/article-filter.tsx";
import { ArticleRow } from "#components/desk/article-row.tsx";
import { pageOf } from "#components/desk/home-lists.tsx";
import { ListCard } from "#components/desk/list-card.tsx";
import { ListPages } from "#components/desk/list-pages.tsx";
import { STANDS, type Stand } from "#features/desk/lines.ts";
import { articleList } from "#features/desk/queries.ts";
import { staffOrSignIn } from "#features/identity/actor.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("all.title") };
}

/** Every article that somebody may see. */
export default async function ArticlesPage({ searchParams }: Props) {
  const staff = await staffOrSignIn("/desk/articles");
  const t = await getTranslations("desk");
  const filter = filterOf(await searchParams);
  const { lines, total, page, pages } = await articleList(staff, filter);
  return (
    <>
      <h1 className="mb-4 text-2xl font-bold">{t("all.title")}</h1>
      <ArticleFilter stand={filter.stand} words={filter.words} />
      <ListCard id="found" title={t("all.found", { total })} empty={t("all.nothing")}>
        {lines.map((line) => (
          <ArticleRow key={line.id} line={line} href={pageOf(line)} />
        ))}
      </ListCard>
      <ListPages {...{ page, pages, stand: filter.stand, words: filter.words }} />
    </>
  );
}

function filterOf(search: Awaited<Props["searchParams"]>): { stand: Stand | null; words: string; page: number } {
  const text = (name: string) => (typeof search[name] === "string" ? search[name] : "");
  const page = Number(text("page"));
  return {
    stand: STANDS.find((stand) => stand === text("stand")) ?? null,
    words: text("words").normalize("NFC").trim().slice(0, 200),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}
