import type { Metadata } from "next";
import { NoticeView } from "#components/site/notice-view.tsx";
import { SitePage } from "#components/site/site-page.tsx";
import { say } from "#components/site/words.ts";
import { homePath } from "#features/reading/paths.ts";
import { frameOf } from "../../site-of.ts";

export const metadata: Metadata = { title: say("hidden.title"), robots: { index: false } };

export default async function HiddenPage({ params }: { params: Promise<{ site: string }> }) {
  return (
    <SitePage {...(await frameOf(params))}>
      <NoticeView title={say("hidden.title")}>
        <p>{say("hidden.sentence")}</p>
        <p>
          <a href={homePath}>{say("unknown.home")}</a>
        </p>
      </NoticeView>
    </SitePage>
  );
}
