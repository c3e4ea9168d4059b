import type { Metadata } from "next";
import { homePath, sectionPath } from "#features/reading/paths.ts";
import type { Section, Site } from "#features/reading/types.ts";
import { dublinCore } from "./dublin-core.ts";
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
  { section, page, pages }: { section: Section; page: number; pages: number },
): Metadata {
  const title = page === 1 ? section.name : `${section.name} - ${say("pageOf", { page, pages })}`;
  const description = say("sectionDescription", { section: section.name, site: site.name });
  return { title, ...pageMetadata(site, origin, { title, description, path: sectionPath(section.slug, page) }) };
}

type Page = { title: string; description: string; path: string };

function pageMetadata(site: Site, origin: string, { title, description, path }: Page): Metadata {
  const url = origin + path;
  return {
    description,
    alternates: { canonical: url },
    openGraph: { type: "website", siteName: site.name, title, description, url, locale: "vi_VN" },
    other: dublinCore({
      title,
      creator: [site.agency || site.name],
      description,
      publisher: site.agency || site.name,
      identifier: url,
      language: site.language,
    }),
  };
}
