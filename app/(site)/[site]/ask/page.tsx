import type { Metadata } from "next";
import "#components/site/pages.css";
import { AskView } from "#components/site/ask-view.tsx";
import { listMetadata } from "#components/site/page-metadata.ts";
import { SentView } from "#components/site/sent-view.tsx";
import { SitePage } from "#components/site/site-page.tsx";
import { askPath } from "#features/addresses/questions.ts";
import { givenHere } from "#features/questions/given.ts";
import { frameOf } from "#features/reading/frame.ts";
import { originOf } from "#features/reading/origin.ts";
import { emblemOf, siteOf } from "#features/reading/queries.ts";
import { say } from "#features/reading/words.ts";

type Props = { params: Promise<{ site: string }> };

/** What was sent, if this page is the answer to it. */
function askedHere() {
  const given = givenHere();
  return given?.form === "ask" ? given : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await siteOf(params);
  const given = askedHere();
  return {
    ...listMetadata(site, originOf(site), {
      // The first that is read of a page, and what its tab is called.
      name: say(
        given === null
          ? "questions.form.title"
          : given.code === null
            ? "questions.form.failed"
            : "questions.sent.title",
      ),
      description: say("questions.form.description", { site: site.name }),
      path: askPath,
      emblem: await emblemOf(site),
    }),
    ...(given === null ? {} : { robots: { index: false } }),
  };
}

/** The form of a question, empty or as it came back; or the code of one that was taken. */
export default async function AskPage({ params }: Props) {
  const given = askedHere();
  return (
    <SitePage {...(await frameOf(params))} at={askPath}>
      {given !== null && given.code !== null ? (
        <SentView code={given.code} />
      ) : (
        <AskView given={given} secret={crypto.randomUUID()} />
      )}
    </SitePage>
  );
}
