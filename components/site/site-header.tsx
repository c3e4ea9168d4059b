import { homePath } from "#features/addresses/public.ts";
import { weekdayOf } from "#lib/dates.ts";
import { SiteMenu } from "./site-menu.tsx";
import type { Around } from "./site-page.tsx";

/** Name of the site and its menu. */
export function SiteHeader({ now, ...around }: Around) {
  const { site, isHome = false } = around;
  const Name = isHome ? "h1" : "p";
  return (
    <header className="masthead">
      <div className="sheet">
        <p className="agency">
          <span>{site.agency}</span>
          <span>{weekdayOf(now)}</span>
        </p>
        <Name className="site-name">
          <a href={homePath}>{site.name}</a>
        </Name>
      </div>
      <SiteMenu {...around} />
    </header>
  );
}
