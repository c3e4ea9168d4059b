import type { Metadata } from "next";
import { EnglishGone } from "#components/site/english/english-gone.tsx";
import { EnglishPage } from "#components/site/english/english-page.tsx";
import { englishFrameOf } from "#features/reading/frame.ts";
import { goneDocument } from "#features/reading/queries.ts";
import { sayInEnglish as say } from "#features/reading/words-in-english.ts";

type Props = { params: Promise<{ site: string; number: string }> };

export const metadata: Metadata = { title: say("gone.title"), robots: { index: false } };

/** @throws when the document is not withdrawn: the front asked first */
export default async function EnglishGonePage({ params }: Props) {
  const [frame, { number }] = await Promise.all([englishFrameOf(params), params]);
  const gone = await goneDocument(frame.site.id, Number(number));
  if (gone === null) throw new Error(`Document ${number} of ${frame.site.key} is not withdrawn.`);
  return (
    <EnglishPage {...frame}>
      <EnglishGone gone={gone} site={frame.site} />
    </EnglishPage>
  );
}
