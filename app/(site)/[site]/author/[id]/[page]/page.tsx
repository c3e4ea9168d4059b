import type { Metadata } from "next";
import "#components/site/pages.css";
import { inFigures } from "#components/site/count.ts";
import { ListView } from "#components/site/list-view.tsx";
import { listMetadata } from "#components/site/page-metadata.ts";
import { ownListThings } from "#components/site/site-data.ts";
import { SitePage } from "#components/site/site-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { authorPath } from "#features/addresses/lists.ts";
import { frameOf } from "#features/reading/frame.ts";
import { authorList } from "#features/reading/lists.ts";
import { originOf } from "#features/reading/origin.ts";
import { emblemOf, siteOf } from "#features/reading/queries.ts";
import { say } from "#features/reading/words.ts";

type Props = { params: Promise<{ site: string; id: string; page: string }> };

async function listOf(params: Props["params"]) {
  const site = await siteOf(params);
  const { id, page } = await params;
  const found = await authorList(site.id, Number(id), Number(page));
  if (found === null) throw new Error(`Author ${id} of ${site.key} has no page ${page}.`);
  return { site, found };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, found } = await listOf(params);
  const { name, slug, page, pages, cards } = found;
  const description = say("author.description", { name, site: site.name });
  const path = authorPath(slug, page);
  const list = { name: say("author.title", { name }), description, path, page, pages, followed: name };
  return listMetadata(site, originOf(site), { ...list, cards, emblem: await emblemOf(site) });
}

/** @throws for a list or page that is not there: the front asked first and answers 404 itself */
export default async function AuthorPage({ params }: Props) {
  const { site, found } = await listOf(params);
  const { name, slug, listed, ...shown } = found;
  return (
    <SitePage {...(await frameOf(params))} at={authorPath(slug)}>
      <ListView
        title={say("author.title", { name })}
        intro={say("author.intro", { count: inFigures(listed) })}
        pathOf={(page) => authorPath(slug, page)}
        {...shown}
      />
      <StructuredData
        things={ownListThings(
          site,
          originOf(site),
          say("author.title", { name }),
          (page) => authorPath(slug, page),
          shown.page,
        )}
      />
    </SitePage>
  );
}
