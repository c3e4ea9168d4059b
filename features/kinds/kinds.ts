import type { Content, Kind } from "#features/text/kind.ts";
import { type ArticleContent, article } from "./article.ts";
import { type BannerContent, banner } from "./banner.ts";
import { type FrontContent, front } from "./front.ts";
import { type PageContent, page } from "./page.ts";
import { type PaperContent, paper } from "./paper.ts";
import { type SiteContent, site } from "./site.ts";
import { type TopicContent, topic } from "./topic.ts";
import { type TranslationContent, translation } from "./translation.ts";
import { type WeekContent, week } from "./week.ts";

/** Everything that goes through the workflow. */
export const KINDS = { article, banner, front, page, paper, site, topic, week, translation } as const;

export type KindName = keyof typeof KINDS;
export type ContentOf = {
  article: ArticleContent;
  banner: BannerContent;
  front: FrontContent;
  page: PageContent;
  paper: PaperContent;
  site: SiteContent;
  topic: TopicContent;
  week: WeekContent;
  translation: TranslationContent;
};

/** A kind as whoever knows none by name sees it. */
export function kindOf({ kind }: { kind: KindName }): Kind {
  return KINDS[kind] as unknown as Kind;
}

/** The text of a document as its kind has it. @throws {Error} when it is of another kind: a bug */
export function contentAs<K extends KindName>(kind: K, document: { kind: KindName }, content: Content): ContentOf[K] {
  if (document.kind !== kind) throw new Error(`a ${document.kind} is no ${kind}`);
  return content as unknown as ContentOf[K];
}
