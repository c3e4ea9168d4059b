import type { ReactNode } from "react";
import type { PageFrame } from "#features/reading/frame.ts";
import { say } from "#features/reading/words.ts";
import { bannerWords } from "./banner-bars.tsx";
import { Frame, type FrameWords } from "./frame.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";

/** What stands around every reader page is made of this. */
export type Around = PageFrame & {
  /** The section that is shown, or that the article stands in. */
  here?: number | undefined;
  /** It is an article that lies there. */
  isInside?: boolean;
  /** The page that stands for itself and is shown. */
  page?: number | undefined;
  /** The public path of what the program makes of all of a site, where that is shown: of a list's further pages the first one's. */
  at?: string;
  /** The home page: the site's name is its heading. */
  isHome?: boolean;
  /** It has its own tools, those for letters and contrast among them. */
  hasTools?: boolean;
};

const words: FrameWords = {
  ...{ skip: say("skip"), demo: say("demo"), demoName: say("demoName"), notice: say("notice"), toTop: say("toTop") },
  banners: bannerWords,
};

export function SitePage({ children, ...around }: Around & { children: ReactNode }) {
  const { site, tree, pages, banners, now, hasTools = false } = around;
  return (
    <Frame
      {...{ site, banners, now, words }}
      head={<SiteHeader {...around} />}
      foot={<SiteFooter site={site} tree={tree} pages={pages} hasTools={hasTools} words={words} />}
    >
      {children}
    </Frame>
  );
}
