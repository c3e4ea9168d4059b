import { openSearchPath } from "#features/addresses/machines.ts";
import { homePath, searchPath } from "#features/addresses/public.ts";
import type { Picture } from "#features/files/picture.ts";
import { OPENSEARCH_TYPE } from "#features/reading/opensearch.ts";
import { say } from "#features/reading/words.ts";
import { weekdayOf } from "#lib/dates.ts";
import { DrawnPicture } from "./drawn-picture.tsx";
import { SiteMenu } from "./site-menu.tsx";
import type { Around } from "./site-page.tsx";

/** Who speaks here, the way to find something, and the menu. */
export function SiteHeader({ now, ...around }: Around) {
  const { site, emblem, isHome = false } = around;
  const Name = isHome ? "h1" : "p";
  return (
    <header className="masthead">
      <div className="sheet masthead-row">
        <Name className="site-name">
          <a href={homePath}>
            {emblem === null ? null : <Emblem picture={emblem} />}
            <span>
              {site.agency === "" ? null : <span className="agency">{site.agency}</span>}
              <span className="name">{site.name}</span>
            </span>
          </a>
        </Name>
        <div className="masthead-side">
          <p className="today">{weekdayOf(now)}</p>
          <SearchField name={site.name} />
        </div>
      </div>
      <SiteMenu {...around} />
    </header>
  );
}

/** As high as it is drawn on a desk, in CSS pixels (frame.css). */
const HIGH = 64;

/** The name beside it says whose it is. */
function Emblem({ picture }: { picture: Picture }) {
  const width = Math.round((HIGH * picture.width) / picture.height);
  const drawn = { width, height: HIGH, sizes: `${width}px`, widest: 360, isFirst: false };
  return <DrawnPicture picture={picture} alt="" className="emblem" {...drawn} />;
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
