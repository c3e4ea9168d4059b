import { getTranslations } from "next-intl/server";
import { PageLink } from "#components/desk/page-link.tsx";
import { Panel } from "#components/desk/panel.tsx";
import { ArticleTopics } from "#components/desk/topics/article-topics.tsx";
import { topicPath } from "#features/addresses/desk.ts";
import type { DeskDocument } from "#features/desk/desk-document.ts";
import { rankAnywhere } from "#features/roles/roles.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { topicsBeside } from "#features/topics/queries.ts";
import { includes } from "#features/workflow/machine.ts";

/** Beside an article the topics in which it stands; beside a topic the way to what stands in it. */
export async function TopicsBeside({ staff, document }: { staff: Staff; document: DeskDocument }) {
  const { number, story } = document;
  const { kind, visibility } = story.document;
  if (kind === "topic") {
    const t = await getTranslations("desk.topics");
    return (
      <Panel title={t("chosen")} open>
        <PageLink href={topicPath(number)}>{t("toChoose")}</PageLink>
      </Panel>
    );
  }
  if (kind !== "article" || visibility === "never_live") return null;
  return (
    <ArticleTopics
      articleId={number}
      {...(await topicsBeside(staff, number))}
      chooses={includes(rankAnywhere(staff), "editor")}
      isLive={visibility === "live"}
    />
  );
}
