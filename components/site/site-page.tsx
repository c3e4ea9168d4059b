import type { ReactNode } from "react";
import type { Picture } from "#features/files/picture.ts";
import type { Banners } from "#features/reading/banners.ts";
import type { PageLink, Site } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import type { TreeSection } from "#features/sites/tree.ts";
import { BannerBars } from "./banner-bars.tsx";
import { NoticeBar } from "./notice-bar.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";

/** What stands around every reader page is made of this. */
export type Around = {
  site: Site;
  tree: TreeSection[];
  /** The pages that readers may go to. */
  pages: PageLink[];
  /** Beside the site's name. */
  emblem: Picture | null;
  /** What stands above the page for now. */
  banners: Banners;
  now: Date;
  /** The section that is shown, or that the article stands in. */
  here?: number | undefined;
  /** The page that stands for itself and is shown. */
  page?: number | undefined;
  /** The public path of what the program makes of all of a site, where that is shown: of a list's further pages the first one's. */
  at?: string;
  /** The home page: the site's name is its heading. */
  isHome?: boolean;
  /** It has its own tools, those for letters and contrast among them. */
  hasTools?: boolean;
};

export function SitePage({ children, ...around }: Around & { children: ReactNode }) {
  const { site, tree, pages, banners, now, hasTools = false } = around;
  return (
    <>
      <a className="skip" href="#noi-dung">
        {say("skip")}
      </a>
      <BannerBars banners={banners} />
      <NoticeBar notice={site.notice} now={now} />
      {site.demo ? (
        <aside className="demo" aria-label={say("demoName")}>
          {say("demo")}
        </aside>
      ) : null}
      <SiteHeader {...around} />
      <main id="noi-dung" className="sheet">
        {children}
      </main>
      <SiteFooter site={site} tree={tree} pages={pages} hasTools={hasTools} />
    </>
  );
}
