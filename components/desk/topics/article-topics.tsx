import Link from "next/link";
import { useTranslations } from "next-intl";
import { Panel } from "#components/desk/panel.tsx";
import { topicPath } from "#features/addresses/desk.ts";
import type { TopicLine, TopicOfArticle } from "#features/topics/lines.ts";
import { AddToTopic } from "./add-to-topic.tsx";
import { ChoiceButton } from "./choice-button.tsx";

type Props = {
  articleId: number;
  standsIn: readonly TopicOfArticle[];
  others: readonly TopicLine[];
  chooses: boolean;
  /** Only what is live is put into a topic. */
  isLive: boolean;
};

/** In which topics an article stands, and the way into another one. */
export function ArticleTopics({ articleId, standsIn, others, chooses, isLive }: Props) {
  const t = useTranslations("desk.topics");
  return (
    <Panel title={t("title")} count={standsIn.length} open={standsIn.length > 0}>
      {standsIn.length === 0 ? <p className="text-sm">{t(isLive ? "inNone" : "onlyLive")}</p> : null}
      <ul>
        {standsIn.map(({ id, title, choice }) => (
          <li key={id} className="flex flex-wrap items-center gap-2 border-b border-line py-2">
            <p className="min-w-0 grow basis-40 text-sm break-words">
              <Link href={topicPath(id)} prefetch={false} className="font-semibold hover:underline">
                {title}
              </Link>
              {choice === "pinned" ? ` · ${t("isPinned")}` : null}
            </p>
            {chooses ? (
              <ChoiceButton topicId={id} articleId={articleId} choice="removed" named={t("namedTopic", { title })}>
                {t("press.removed")}
              </ChoiceButton>
            ) : null}
          </li>
        ))}
      </ul>
      {chooses && isLive && others.length > 0 ? (
        <div className="mt-3">
          <AddToTopic articleId={articleId} topics={others} />
        </div>
      ) : null}
    </Panel>
  );
}
