import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { documentPath } from "#features/addresses/desk.ts";
import { type Choice, choicesAfter } from "#features/topics/choice.ts";
import { ChoiceButton } from "./choice-button.tsx";

type Chosen = { id: number; title: string; about: ReactNode; choice: Choice };

type Props = {
  topicId: number;
  articles: readonly Chosen[];
  /** Whether this person chooses, or only looks. */
  chooses: boolean;
};

/** Articles of a topic, each with what may be pressed for it. */
export function ChosenList({ topicId, articles, chooses }: Props) {
  return (
    <ul>
      {articles.map((article) => (
        <ChosenRow key={article.id} {...{ topicId, article, chooses }} />
      ))}
    </ul>
  );
}

function ChosenRow({ topicId, article, chooses }: Omit<Props, "articles"> & { article: Chosen }) {
  const t = useTranslations("desk.topics");
  const { id, title, about, choice } = article;
  const button = (next: Choice | undefined) =>
    next && (
      <ChoiceButton {...{ topicId }} articleId={id} choice={next} named={t(`named.${next}`, { title })}>
        {t(`press.${next}`)}
      </ChoiceButton>
    );
  const [first, second] = choicesAfter(choice);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3 last:border-b-0">
      <div className="min-w-0 grow basis-64">
        <p className="font-semibold break-words">
          <Link href={documentPath(id)} prefetch={false} className="hover:underline">
            {title}
          </Link>
        </p>
        <p className="mt-1 text-sm text-ink-soft">{about}</p>
      </div>
      {chooses ? <Actions inList main={button(first)} danger={button(second)} /> : null}
    </li>
  );
}
