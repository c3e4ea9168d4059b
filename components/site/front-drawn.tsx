import type { FrontPage } from "#features/reading/front.ts";
import type { sectionPage } from "#features/reading/queries.ts";
import { say } from "#features/reading/words.ts";
import { childrenOf } from "#features/sites/tree.ts";
import { FrontView } from "./front-view.tsx";
import { SectionView } from "./section-view.tsx";
import { type Around, SitePage } from "./site-page.tsx";

type Props = Around & {
  front: FrontPage;
  /** The first page of the section of which it is the front; null for the site's own. */
  section: Awaited<ReturnType<typeof sectionPage>>;
};

/** A page that lists articles, whole: the home page, or the first one of a section. */
export function FrontDrawn({ front, section, ...around }: Props) {
  const { tree, now } = around;
  if (section === null) {
    return (
      <SitePage {...around} isHome>
        <FrontView front={front} now={now} nothing={say("nothingYet")} />
      </SitePage>
    );
  }
  const below = childrenOf(tree, section.section.id).filter(({ opened }) => opened);
  return (
    <SitePage {...around} here={section.section.id}>
      <SectionView {...section} {...{ below, front, now }} />
    </SitePage>
  );
}
