import type { Metadata } from "next";
import { GoneView } from "#components/site/gone-view.tsx";
import { SitePage } from "#components/site/site-page.tsx";
import { frameOf } from "#features/reading/frame.ts";
import { goneDocument, siteOf } from "#features/reading/queries.ts";
import type { GoneDocument } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";

type Props = { params: Promise<{ site: string; number: string }> };

/** @throws when the document is not withdrawn: the front asked first */
async function goneOf(params: Props["params"]): Promise<GoneDocument> {
  const site = await siteOf(params);
  const { number } = await params;
  const gone = await goneDocument(site.id, Number(number));
  if (gone === null) throw new Error(`Document ${number} of ${site.key} is not withdrawn.`);
  return gone;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind } = await goneOf(params);
  return { title: say("gone.title", { kind }), robots: { index: false } };
}

export default async function GonePage({ params }: Props) {
  const [frame, gone] = await Promise.all([frameOf(params), goneOf(params)]);
  return (
    <SitePage {...frame}>
      <GoneView gone={gone} site={frame.site} />
    </SitePage>
  );
}
