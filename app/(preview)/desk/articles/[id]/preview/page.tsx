import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ArticleView } from "#components/article/article-view.tsx";
import { SitePage } from "#components/site/site-page.tsx";
import { deskArticle } from "#features/desk/desk-article.ts";
import { previewOf, type Which } from "#features/desk/texts.ts";
import { staffOrSignIn } from "#features/identity/actor.ts";
import { allSites, sectionTree } from "#features/reading/queries.ts";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ text?: string; hash?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.preview"))("title") };
}

/**
 * A text as readers would see it, with their layout and styles; nothing is counted. With a hash in the address it shows
 * that very text or says that there is another one by now: what is decided on and what is seen are the same.
 */
export default async function PreviewPage({ params, searchParams }: Props) {
  const [{ id }, { text, hash }] = await Promise.all([params, searchParams]);
  const staff = await staffOrSignIn(`/desk/articles/${id}/preview`);
  const article = /^[1-9]\d{0,8}$/.test(id) ? await deskArticle(staff, Number(id)) : null;
  const site = (await allSites()).find((one) => one.id === staff.siteId);
  const preview = article && (await previewOf(staff.siteId, article, whichOf(text)));
  if (!site || !preview) notFound();
  if (hash && hash !== preview.hash) {
    return <p role="alert">{(await getTranslations("desk.preview"))("changed")}</p>;
  }
  const tree = await sectionTree(site.id);
  return (
    <SitePage site={site} tree={tree} now={new Date()} here={preview.article.sectionPath.at(-1)?.id}>
      <ArticleView article={preview.article} marksAwaited />
    </SitePage>
  );
}

function whichOf(text: string | undefined): Which {
  if (text === "live") return "live";
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : "open";
}
