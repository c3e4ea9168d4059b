import type { Metadata } from "next";
import { EnglishPage } from "#components/site/english/english-page.tsx";
import { NoticeView } from "#components/site/notice-view.tsx";
import { englishPath } from "#features/addresses/english.ts";
import { englishFrameOf } from "#features/reading/frame.ts";
import { sayInEnglish as say } from "#features/reading/words-in-english.ts";

export const metadata: Metadata = { title: say("unknown.title"), robots: { index: false } };

export default async function EnglishUnknownPage({ params }: { params: Promise<{ site: string }> }) {
  return (
    <EnglishPage {...(await englishFrameOf(params))}>
      <NoticeView title={say("unknown.title")}>
        <p>{say("unknown.sentence")}</p>
        <p>
          <a href={englishPath()}>{say("unknown.home")}</a>
        </p>
      </NoticeView>
    </EnglishPage>
  );
}
