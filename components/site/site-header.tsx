import { englishPath } from "#features/addresses/english.ts";
import { openSearchPath } from "#features/addresses/machines.ts";
import { homePath, searchPath } from "#features/addresses/public.ts";
import { LASTS_UNTIL } from "#features/reading/lasts.ts";
import { OPENSEARCH_TYPE } from "#features/reading/opensearch.ts";
import { say } from "#features/reading/words.ts";
import { midnightAfter, weekdayOf } from "#lib/dates.ts";
import { SiteName } from "./frame.tsx";
import { SiteMenu } from "./site-menu.tsx";
import type { Around } from "./site-page.tsx";

/** Who speaks here, the way to find something, and the menu. */
export function SiteHeader({ now, ...around }: Around) {
  const { site, emblem, isHome = false } = around;
  return (
    <header className="masthead">
      <div className="sheet masthead-row">
        <SiteName name={site.name} agency={site.agency} {...{ emblem, isHome }} home={homePath} />
        {site.english.name === "" ? null : (
          <p className="to-english">
            <a href={englishPath()} lang="en" hrefLang="en">
              {say("english.site")}
            </a>
          </p>
        )}
        <div className="masthead-side">
          <p className="today" {...{ [LASTS_UNTIL]: midnightAfter(now).toISOString() }}>
            {weekdayOf(now)}
          </p>
          <SearchField name={site.name} />
        </div>
      </div>
      <SiteMenu {...around} />
    </header>
  );
}

/** Browsers make it a field of their own by the link, which React puts into the head. On a phone the menu has a link in its place: the search page begins with a field of its own. */
function SearchField({ name }: { name: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2020 do not know <search>
    <form className="site-search" role="search" action={searchPath} data-search="">
      <link rel="search" type={OPENSEARCH_TYPE} href={openSearchPath} title={name} />
      <label className="unseen" htmlFor="tim-o-dau-trang">
        {say("search.label")}
      </label>
      <input id="tim-o-dau-trang" type="search" name="q" maxLength={200} autoComplete="off" />
      <button type="submit">{say("search.press")}</button>
    </form>
  );
}
