import type { Metadata } from "next";
import { articleThings } from "#components/article/article-data.ts";
import { factsOf } from "#components/article/article-facts.ts";
import { articleMetadata } from "#components/article/article-metadata.ts";
import { ArticleView } from "#components/article/article-view.tsx";
import { BesideArticle } from "#components/article/beside-article.tsx";
import { GalleryViewer } from "#components/article/gallery-viewer.tsx";
import { mistakeLetter } from "#components/article/share-addresses.ts";
import { Threads } from "#components/article/threads.tsx";
import { UsefulQuestion } from "#components/article/useful-question.tsx";
import { MoreIn } from "#components/site/more-in.tsx";
import { PageTools } from "#components/site/page-tools.tsx";
import { SitePage } from "#components/site/site-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { toolWords } from "#components/site/tool-words.ts";
import { heldRoots, rootOf } from "#features/addresses/lists.ts";
import { besideArticle } from "#features/reading/beside.ts";
import { englishSister } from "#features/reading/english.ts";
import { frameOf } from "#features/reading/frame.ts";
import { originOf } from "#features/reading/origin.ts";
import { liveArticle, siteOf, slugsAtRoot, withoutHeldWays } from "#features/reading/queries.ts";
import { say } from "#features/reading/words.ts";

type Props = { params: Promise<{ site: string; number: string }> };

async function articleOf(params: Props["params"]) {
  const site = await siteOf(params);
  const { number } = await params;
  const article = await liveArticle(site.id, Number(number));
  if (article === null) throw new Error(`Article ${number} of ${site.key} is not live.`);
  return { site, article, origin: originOf(site), sister: await englishSister(site.id, article.number) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, article, origin, sister } = await articleOf(params);
  return articleMetadata(site, article, origin, sister);
}

/** @throws when the article is not live: the front asked first and answers 404, 410 or 503 itself */
export default async function ArticlePage({ params }: Props) {
  const { site, article, origin, sister } = await articleOf(params);
  const frame = await frameOf(params);
  const slugs = slugsAtRoot(frame.tree, frame.pages);
  const shown = withoutHeldWays(article, slugs);
  const held = heldRoots(slugs);
  const own = article.sectionPath.at(-1);
  const { url } = factsOf(site, article, origin);
  const { number, content } = article;
  const { tagIds, related } = content;
  const { threads, ...beside } = await besideArticle(site.id, { number, sectionId: own?.id, tagIds, related });
  return (
    <SitePage {...frame} here={own?.id} isInside hasTools>
      <ArticleView
        article={shown}
        sister={sister}
        tools={<PageTools url={url} title={article.content.headline} words={toolWords} />}
      />
      <UsefulQuestion number={article.number} />
      {site.email === "" ? null : (
        <p className="mistake">
          <a href={mistakeLetter(site.email, { number: article.number, headline: article.content.headline, url })}>
            {say("tools.mistake")}
          </a>
        </p>
      )}
      <Threads threads={threads.filter(({ path }) => !held.has(rootOf(path)))} />
      <BesideArticle {...beside} />
      {own === undefined ? null : <MoreIn section={own} />}
      <StructuredData things={articleThings(site, article, origin, frame.emblem, sister)} />
      <GalleryViewer body={article.content.body} />
    </SitePage>
  );
}
