import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactElement } from "react";
import { ArticleView } from "#components/article/article-view.tsx";
import { EnglishPage } from "#components/site/english/english-page.tsx";
import { TranslationView } from "#components/site/english/translation-view.tsx";
import { FrontDrawn } from "#components/site/front-drawn.tsx";
import { PageView } from "#components/site/page-view.tsx";
import { PaperView } from "#components/site/paper-view.tsx";
import { SitePage } from "#components/site/site-page.tsx";
import { TopicView } from "#components/site/topic-view.tsx";
import { WeekView } from "#components/site/week-view.tsx";
import { previewPath } from "#features/addresses/desk.ts";
import { topicPath, weekPath } from "#features/addresses/lists.ts";
import { paperPath } from "#features/addresses/papers.ts";
import { pagePath } from "#features/addresses/public.ts";
import { pageAt } from "#features/arranging/ahead.ts";
import { deskDocument } from "#features/desk/desk-document.ts";
import { type Preview, previewOf, type Which } from "#features/desk/texts.ts";
import type { Picture } from "#features/files/picture.ts";
import { asShown, NO_BANNERS } from "#features/reading/banners.ts";
import { frontPage } from "#features/reading/front.ts";
import { emblemOf, pageLinks, sectionTree, siteById } from "#features/reading/queries.ts";
import { inTopic } from "#features/reading/topics.ts";
import type { LivePage, PageLink, Site } from "#features/reading/types.ts";
import { type Staff, staffOrSignIn } from "#features/sessions/actor.ts";
import { isoDayOf } from "#lib/dates.ts";

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
  const staff = await staffOrSignIn(previewPath(id));
  const document = /^[1-9]\d{0,8}$/.test(id) ? await deskDocument(staff, Number(id)) : null;
  const site = await siteById(staff.siteId);
  const preview = document && (await previewOf(site, document, whichOf(text)));
  if (!preview) notFound();
  if (hash && hash !== preview.hash) {
    return <p role="alert">{(await getTranslations("desk.preview"))("changed")}</p>;
  }
  const { accent } = preview.kind === "site" ? preview.site : site;
  return (
    <div className={`accent-${accent}`}>
      <Drawn preview={preview} site={site} staff={staff} />
    </div>
  );
}

/** What readers would meet: the page of an article, of a page or of a topic; a front; of a banner and of what the site says of itself, its home page. */
async function Drawn({ preview, site, staff }: { preview: Preview; site: Site; staff: Staff }): Promise<ReactElement> {
  const [tree, pages, emblem] = await Promise.all([sectionTree(site.id), pageLinks(site.id), emblemOf(site)]);
  const around = { tree, pages, emblem, banners: NO_BANNERS, now: new Date() };
  switch (preview.kind) {
    case "article":
      return (
        <SitePage site={site} {...around} here={preview.article.sectionPath.at(-1)?.id} isInside>
          <ArticleView article={preview.article} marksAwaited />
        </SitePage>
      );
    case "banner":
      return (
        <FrontDrawn
          site={site}
          {...around}
          banners={asShown(preview.banner)}
          front={await frontPage(site.id, null)}
          section={null}
        />
      );
    case "front": {
      const { front, section } = await pageAt(staff, preview.front.sectionId, around.now, preview.front);
      return <FrontDrawn site={site} {...around} {...{ front, section }} />;
    }
    case "page":
      return (
        <SitePage site={site} {...around} pages={withPage(pages, preview.page)} page={preview.page.number}>
          <PageView page={preview.page} marksAwaited />
        </SitePage>
      );
    case "paper":
      return (
        <SitePage site={site} {...around} at={paperPath(preview.paper.content.slug, preview.paper.number)}>
          <PaperView paper={preview.paper} today={isoDayOf(around.now)} marksAwaited />
        </SitePage>
      );
    case "topic": {
      const shown = await inTopic(site.id, preview.topic.number, 1);
      if (shown === null) throw new Error(`topic ${preview.topic.number} has no first page`);
      return (
        <SitePage site={site} {...around} at={topicPath(preview.topic.content.slug)}>
          <TopicView topic={preview.topic} shown={shown} marksAwaited />
        </SitePage>
      );
    }
    case "week":
      return (
        <SitePage site={site} {...around} at={weekPath(preview.week.content.slug)}>
          <WeekView week={preview.week} today={isoDayOf(around.now)} />
        </SitePage>
      );
    case "translation": {
      const { translation } = preview;
      return (
        <EnglishPage
          site={site}
          emblem={emblem}
          banners={NO_BANNERS}
          now={around.now}
          vietnamese={translation.original?.path}
        >
          <TranslationView translation={translation} marksAwaited />
        </EnglishPage>
      );
    }
    case "site":
      return (
        <FrontDrawn
          site={preview.site}
          {...around}
          emblem={pictureOf(preview)}
          front={await frontPage(site.id, null)}
          section={null}
        />
      );
  }
}

/** The emblem as this text has it, which readers do not get yet. */
function pictureOf({ site: { emblem }, pictures }: Extract<Preview, { kind: "site" }>): Picture | null {
  const picture = pictures.get(emblem.file ?? "");
  return picture !== undefined && "sources" in picture ? picture : null;
}

/** The pages of a site as they would be with this text of one of them: where it stands is a part of what is signed. */
function withPage(pages: readonly PageLink[], { number, content }: LivePage): PageLink[] {
  const { title, slug, place } = content;
  return [...pages.filter((one) => one.number !== number), { number, title, place, path: pagePath(slug) }];
}

function whichOf(text: string | undefined): Which {
  if (text === "live") return "live";
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : "open";
}
