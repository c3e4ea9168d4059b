import type { ReactNode } from "react";
import type { Site, TreeSection } from "#features/reading/types.ts";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";
import { say } from "./words.ts";

type Props = {
  site: Site;
  tree: TreeSection[];
  now: Date;
  /** The section that is shown, or that the article stands in. */
  here?: number | undefined;
  /** The home page: the site's name is its heading. */
  isHome?: boolean;
  children: ReactNode;
};

/** What stands around every reader page. */
export function SitePage({ site, tree, now, here, isHome = false, children }: Props) {
  return (
    <>
      <a className="skip" href="#noi-dung">
        {say("skip")}
      </a>
      {site.demo ? <p className="demo">{say("demo")}</p> : null}
      <SiteHeader site={site} tree={tree} now={now} here={here} isHome={isHome} />
      <main id="noi-dung" className="sheet">
        {children}
      </main>
      <SiteFooter site={site} tree={tree} />
    </>
  );
}
