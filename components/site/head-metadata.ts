import type { Metadata } from "next";
import { dublinCore } from "./dublin-core.ts";
import { isLarge, type SharedPicture } from "./shared-picture.ts";

/** Who speaks on a page, in the language of the page. */
export type Speaker = { name: string; publisher: string; language: string };

type Head = {
  title: string;
  description: string;
  /** The page's address in full. */
  url: string;
  by: Speaker;
  /** Whose words it has; none: the publisher's. */
  creator?: readonly string[];
  /** What kind of page it is, as Dublin Core says it. */
  type: string;
  date?: string | undefined;
  source?: string;
  subject?: string[];
  picture?: SharedPicture | undefined;
  /** The same in another language, and what there is a feed of. */
  alternates?: Omit<NonNullable<Metadata["alternates"]>, "canonical">;
  /** What Open Graph says of an article, and of nothing else. Times as ISO 8601; "" for none. */
  article?: { published: string; modified: string; section?: string; tags?: string[] };
};

/** As Open Graph names the languages of our pages, each with its country. */
const LOCALES: Readonly<Record<string, string>> = { vi: "vi_VN", en: "en_GB" };

/** What every page says of itself to machines, beside its title: for search engines, Open Graph and Dublin Core. */
export function headMetadata({ title, description, url, by, picture, article, alternates, ...head }: Head) {
  const { creator = [], type, date, source, subject } = head;
  const locale = LOCALES[by.language];
  const shown = {
    ...{ siteName: by.name, title, description, url },
    ...(locale === undefined ? {} : { locale }),
    ...(picture ? { images: [picture] } : {}),
  };
  return {
    description,
    alternates: { canonical: url, ...alternates },
    openGraph: article === undefined ? { type: "website", ...shown } : { ...shown, ...openArticle(article) },
    twitter: { card: isLarge(picture) ? "summary_large_image" : "summary" },
    other: dublinCore({
      title,
      creator: creator.length === 0 ? [by.publisher] : [...creator],
      ...(date === undefined ? {} : { date }),
      description,
      publisher: by.publisher,
      identifier: url,
      language: by.language,
      ...(source === undefined ? {} : { source }),
      ...(subject === undefined ? {} : { subject }),
      type,
    }),
  } satisfies Metadata;
}

const openArticle = ({ published, modified, section, tags }: NonNullable<Head["article"]>) => ({
  ...{ type: "article" as const, publishedTime: published, modifiedTime: modified },
  ...(section === undefined ? {} : { section }),
  ...(tags === undefined ? {} : { tags }),
});
