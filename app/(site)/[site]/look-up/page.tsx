import type { Metadata } from "next";
import "#components/site/pages.css";
import { LookUpView } from "#components/site/look-up-view.tsx";
import { listMetadata } from "#components/site/page-metadata.ts";
import { SitePage } from "#components/site/site-page.tsx";
import { lookUpPath } from "#features/addresses/questions.ts";
import { givenHere } from "#features/questions/given.ts";
import { frameOf } from "#features/reading/frame.ts";
import { originOf } from "#features/reading/origin.ts";
import { emblemOf, siteOf } from "#features/reading/queries.ts";
import { say } from "#features/reading/words.ts";

type Props = { params: Promise<{ site: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await siteOf(params);
  const given = givenHere();
  const isFound = given?.form !== "look_up" || (given.found !== null && given.found !== "busy");
  return {
    ...listMetadata(site, originOf(site), {
      name: say(isFound ? "questions.code.title" : "questions.code.failed"),
      description: say("questions.code.description", { site: site.name }),
      path: lookUpPath,
      emblem: await emblemOf(site),
    }),
    robots: { index: false, follow: true },
  };
}

/** Where somebody sees by its code how their question stands. */
export default async function LookUpPage({ params }: Props) {
  const given = givenHere();
  return (
    <SitePage {...(await frameOf(params))} at={lookUpPath}>
      <LookUpView given={given?.form === "look_up" ? given : null} />
    </SitePage>
  );
}
