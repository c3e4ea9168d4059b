import type { Metadata } from "next";
import { NoticeView } from "#components/site/notice-view.tsx";
import { SitePage } from "#components/site/site-page.tsx";
import { homePath } from "#features/addresses/public.ts";
import { frameOf } from "#features/reading/frame.ts";
import { say } from "#features/reading/words.ts";

export const metadata: Metadata = { title: say("unknown.title"), robots: { index: false } };

export default async function UnknownPage({ params }: { params: Promise<{ site: string }> }) {
  return (
    <SitePage {...(await frameOf(params))}>
      <NoticeView title={say("unknown.title")}>
        <p>{say("unknown.sentence")}</p>
        <p>
          <a href={homePath}>{say("unknown.home")}</a>
        </p>
      </NoticeView>
    </SitePage>
  );
}
