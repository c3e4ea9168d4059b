import type { Metadata } from "next";
import "#components/site/pages.css";
import { CorrectionsView } from "#components/site/corrections-view.tsx";
import { listMetadata } from "#components/site/page-metadata.ts";
import { ownListThings } from "#components/site/site-data.ts";
import { SitePage } from "#components/site/site-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { englishCorrectionsPath } from "#features/addresses/english.ts";
import { correctionsPath } from "#features/addresses/lists.ts";
import { frameOf } from "#features/reading/frame.ts";
import { corrections } from "#features/reading/lists.ts";
import { originOf } from "#features/reading/origin.ts";
import { emblemOf, siteOf } from "#features/reading/queries.ts";
import type { Site } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";

type Props = { params: Promise<{ site: string; page: string }> };

async function listOf(params: Props["params"]) {
  const site = await siteOf(params);
  const { page } = await params;
  const found = await corrections(site.id, Number(page));
  if (found === null) throw new Error(`The corrections of ${site.key} have no page ${page}.`);
  return { site, found };
}

/** Where the corrections of what the site has in English are; none where the site has not said what it is called there. */
const inEnglish = ({ english }: Site) => (english.name === "" ? undefined : englishCorrectionsPath());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, found } = await listOf(params);
  const { page, pages } = found;
  const description = say("corrections.description", { site: site.name });
  const path = correctionsPath(page);
  const list = { name: say("corrections.title"), description, path, page, pages };
  return listMetadata(site, originOf(site), { ...list, emblem: await emblemOf(site), english: inEnglish(site) });
}

/** @throws for a page that is not there: the front asked first and answers 404 itself */
export default async function CorrectionsPage({ params }: Props) {
  const { site, found } = await listOf(params);
  return (
    <SitePage {...(await frameOf(params))} at={correctionsPath()}>
      <CorrectionsView {...found} sister={inEnglish(site)} />
      <StructuredData
        things={ownListThings(site, originOf(site), say("corrections.title"), correctionsPath, found.page)}
      />
    </SitePage>
  );
}
