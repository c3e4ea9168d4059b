import type { Metadata } from "next";
import { NoticeView } from "#components/site/notice-view.tsx";
import { SitePage } from "#components/site/site-page.tsx";
import { homePath } from "#features/addresses/public.ts";
import { frameOf } from "#features/reading/frame.ts";
import { say } from "#features/reading/words.ts";

type Props = { params: Promise<{ site: string; of: string }> };

async function titleOf(params: Props["params"]): Promise<string> {
  return say("hidden.title", { kind: (await params).of });
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await titleOf(params), robots: { index: false } };
}

/** An article or a page that readers may not see for the time being: which one is not said. */
export default async function HiddenPage({ params }: Props) {
  return (
    <SitePage {...(await frameOf(params))}>
      <NoticeView title={await titleOf(params)}>
        <p>{say("hidden.sentence")}</p>
        <p>
          <a href={homePath}>{say("unknown.home")}</a>
        </p>
      </NoticeView>
    </SitePage>
  );
}
