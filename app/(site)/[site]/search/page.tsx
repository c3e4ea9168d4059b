import type { Metadata } from "next";
import "#components/site/pages.css";
import { SearchView } from "#components/site/search-view.tsx";
import { SitePage } from "#components/site/site-page.tsx";
import { searchAsked, searchPath } from "#features/addresses/public.ts";
import { frameOf } from "#features/reading/frame.ts";
import { say } from "#features/reading/words.ts";
import { searchFor } from "#features/search/queries.ts";

type Props = {
  params: Promise<{ site: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What somebody has typed stands in no title: others would put theirs there. */
export const metadata: Metadata = {
  title: say("search.title"),
  description: say("search.description"),
  robots: { index: false, follow: true },
};

export default async function SearchPage({ params, searchParams }: Props) {
  const said = Object.entries(await searchParams).flatMap(([name, value]) => {
    const one = Array.isArray(value) ? value[0] : value;
    return one === undefined ? [] : [[name, one]];
  });
  const asked = searchAsked(new URLSearchParams(said).toString());
  const frame = await frameOf(params);
  const found = asked.words === "" ? null : await searchFor(frame.site.id, frame.tree, asked, frame.now);
  return (
    <SitePage {...frame} at={searchPath}>
      <SearchView {...{ asked, found }} tree={frame.tree} now={frame.now} />
    </SitePage>
  );
}
