import type { Metadata } from "next";
import { GoneView } from "#components/site/gone-view.tsx";
import { SitePage } from "#components/site/site-page.tsx";
import { say } from "#components/site/words.ts";
import { goneArticle } from "#features/reading/queries.ts";
import { frameOf } from "../../../site-of.ts";

type Props = { params: Promise<{ site: string; number: string }> };

export const metadata: Metadata = { title: say("gone.title"), robots: { index: false } };

/** @throws when the article is not withdrawn: the front asked first */
export default async function GonePage({ params }: Props) {
  const frame = await frameOf(params);
  const { number } = await params;
  const gone = await goneArticle(frame.site.id, Number(number));
  if (gone === null) throw new Error(`Article ${number} of ${frame.site.key} is not withdrawn.`);
  return (
    <SitePage {...frame}>
      <GoneView gone={gone} site={frame.site} />
    </SitePage>
  );
}
