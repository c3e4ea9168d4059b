import type { Metadata } from "next";
import { homePath, pagePath, sectionPath } from "#features/addresses/public.ts";
import { largestOf } from "#features/files/picture.ts";
import { page } from "#features/kinds/page.ts";
import type { FilePage, LivePage, Site } from "#features/reading/types.ts";
import type { Section } from "#features/sites/tree.ts";
import { figuresOf } from "#features/text/figures.ts";
import { plainText, shownBody } from "#features/text/plain.ts";
import { isoOf } from "#lib/dates.ts";
import { dublinCore } from "./dublin-core.ts";
import { excerptOf } from "./excerpt.ts";
import { pictureFor, type SharedPicture, usesShared } from "./shared-picture.ts";
import { say } from "./words.ts";

export function homeMetadata(site: Site, origin: string): Metadata {
  const description = say("homeDescription", { site: site.name });
  return {
    title: { absolute: site.name },
    ...pageMetadata(site, origin, { title: site.name, description, path: homePath }),
  };
}

export function sectionMetadata(
  site: Site,
  origin: string,
  { section, page: at, pages }: { section: Section; page: number; pages: number },
): Metadata {
  const title = at === 1 ? section.name : `${section.name} - ${say("pageOf", { page: at, pages })}`;
  const description = say("sectionDescription", { section: section.name, site: site.name });
  return { title, ...pageMetadata(site, origin, { title, description, path: sectionPath(section.slug, at) }) };
}

/** Of a page that stands for itself. */
export function ownPageMetadata(site: Site, origin: string, live: LivePage): Metadata {
  const { content, shownAt, updatedAt } = live;
  const { title, slug, body } = content;
  const description = excerptOf(plainText(shownBody(body, live.pictures))) || title;
  const changed = updatedAt ?? shownAt;
  const date = changed === null ? undefined : isoOf(changed);
  const picture = pictureFor(usesShared(figuresOf(page, content), body, live.pictures), live, origin);
  return { title, ...pageMetadata(site, origin, { title, description, path: pagePath(slug), date, picture }) };
}

/**
 * Of a document's own page: search engines are led to the texts that hand it out, which say what it is about and stay when it goes.
 */
export function fileMetadata(site: Site, origin: string, { title, summary, file, picture }: FilePage): Metadata {
  const description = excerptOf(summary) || say("file.description", { title, about: file.about, site: site.name });
  const largest = picture ? largestOf(picture) : null;
  const shared =
    picture && largest
      ? {
          ...{ url: origin + largest.address, width: largest.width, alt: title, credit: "", ai: "none" as const },
          height: Math.round((largest.width * picture.height) / picture.width),
        }
      : undefined;
  return {
    title,
    robots: { index: false, follow: true },
    ...pageMetadata(site, origin, { title, description, path: file.page, picture: shared }),
  };
}

type Page = {
  title: string;
  description: string;
  path: string;
  date?: string | undefined;
  picture?: SharedPicture | undefined;
};

function pageMetadata(site: Site, origin: string, { title, description, path, date, picture }: Page): Metadata {
  const url = origin + path;
  return {
    description,
    alternates: { canonical: url },
    openGraph: {
      ...{ type: "website", siteName: site.name, title, description, url, locale: "vi_VN" },
      ...(picture ? { images: [picture] } : {}),
    },
    twitter: { card: picture ? "summary_large_image" : "summary" },
    other: dublinCore({
      title,
      creator: [site.agency || site.name],
      ...(date === undefined ? {} : { date }),
      description,
      publisher: site.agency || site.name,
      identifier: url,
      language: site.language,
    }),
  };
}
