import { SectionView } from "#components/site/section-view.tsx";
import { SitePage } from "#components/site/site-page.tsx";
import { sectionPage } from "#features/reading/queries.ts";
import { childrenOf } from "#features/reading/tree.ts";
import { frameOf } from "../site-of.ts";

/** @throws for a section or page that is not there: the front asked first and answers 404 itself */
export async function Section({
  params,
  slug,
  page,
}: {
  params: Promise<{ site: string }>;
  slug: string;
  page: number;
}) {
  const frame = await frameOf(params);
  const found = await sectionPage(frame.site.id, slug, page);
  if (found === null) throw new Error(`Section "${slug}" of ${frame.site.key} has no page ${page}.`);
  const below = childrenOf(frame.tree, found.section.id).filter(({ opened }) => opened);
  return (
    <SitePage {...frame} here={found.section.id}>
      <SectionView {...found} below={below} />
    </SitePage>
  );
}
