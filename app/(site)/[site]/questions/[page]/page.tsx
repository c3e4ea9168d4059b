import type { Metadata } from "next";
import "#components/site/pages.css";
import { listMetadata } from "#components/site/page-metadata.ts";
import { QuestionsView } from "#components/site/questions-view.tsx";
import { ownListThings } from "#components/site/site-data.ts";
import { SitePage } from "#components/site/site-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { questionsPath } from "#features/addresses/lists.ts";
import { frameOf } from "#features/reading/frame.ts";
import { answeredQuestions } from "#features/reading/lists.ts";
import { originOf } from "#features/reading/origin.ts";
import { emblemOf, siteOf } from "#features/reading/queries.ts";
import { say } from "#features/reading/words.ts";

type Props = { params: Promise<{ site: string; page: string }> };

async function listOf(params: Props["params"]) {
  const site = await siteOf(params);
  const { page } = await params;
  const found = await answeredQuestions(site.id, Number(page));
  if (found === null) throw new Error(`The questions of ${site.key} have no page ${page}.`);
  return { site, found };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, found } = await listOf(params);
  const { page, pages, cards } = found;
  const description = say("questions.description", { site: site.name });
  const path = questionsPath(page);
  const name = say("questions.title");
  const shown = { cards, emblem: await emblemOf(site) };
  return listMetadata(site, originOf(site), { name, description, path, page, pages, followed: name, ...shown });
}

/** @throws for a page that is not there: the front asked first and answers 404 itself */
export default async function QuestionsPage({ params }: Props) {
  const { site, found } = await listOf(params);
  return (
    <SitePage {...(await frameOf(params))} at={questionsPath()}>
      <QuestionsView {...found} />
      <StructuredData things={ownListThings(site, originOf(site), say("questions.title"), questionsPath, found.page)} />
    </SitePage>
  );
}
