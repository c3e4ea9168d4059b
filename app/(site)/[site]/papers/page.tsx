import type { Metadata } from "next";
import "#components/site/pages.css";
import { listMetadata } from "#components/site/page-metadata.ts";
import { PapersView } from "#components/site/papers-view.tsx";
import { ownListThings } from "#components/site/site-data.ts";
import { SitePage } from "#components/site/site-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import {
  asksWords,
  narrowedBy,
  type PapersAsked,
  papersAddress,
  papersAsked,
  papersPath,
} from "#features/addresses/papers.ts";
import { frameOf } from "#features/reading/frame.ts";
import { originOf } from "#features/reading/origin.ts";
import { listedPapers, paperChoices } from "#features/reading/papers.ts";
import { emblemOf, siteOf } from "#features/reading/queries.ts";
import { say } from "#features/reading/words.ts";
import { searchPapers } from "#features/search/papers.ts";
import { isoDayOf } from "#lib/dates.ts";

type Props = {
  params: Promise<{ site: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function askedIn(search: Props["searchParams"]): Promise<PapersAsked> {
  const said = Object.entries(await search).flatMap(([name, value]) => {
    const one = Array.isArray(value) ? value[0] : value;
    return one === undefined ? [] : [[name, one]];
  });
  return papersAsked(new URLSearchParams(said).toString());
}

/** What somebody has typed stands in no title, and what is narrowed is no page of its own for search engines. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const site = await siteOf(params);
  const asked = await askedIn(searchParams);
  const isList = !asksWords(asked) && narrowedBy(asked) === 0;
  return {
    ...listMetadata(site, originOf(site), {
      name: say("papers.title"),
      description: say("papers.description", { site: site.name }),
      path: papersAddress(isList ? asked : {}),
      emblem: await emblemOf(site),
    }),
    ...(isList ? {} : { robots: { index: false, follow: true } }),
  };
}

export default async function PapersPage({ params, searchParams }: Props) {
  const [frame, asked] = await Promise.all([frameOf(params), askedIn(searchParams)]);
  const { site, now } = frame;
  const today = isoDayOf(now);
  const choices = await paperChoices(site.id);
  const found = asksWords(asked)
    ? { by: "words" as const, found: await searchPapers(site.id, asked, now) }
    : { by: "list" as const, found: await listedPapers(site.id, asked, today) };
  return (
    <SitePage {...frame} at={papersPath}>
      <PapersView {...{ asked, choices, today, ...found }} />
      <StructuredData things={ownListThings(site, originOf(site), say("papers.title"), () => papersPath)} />
    </SitePage>
  );
}
