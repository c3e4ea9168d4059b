import { useTranslations } from "next-intl";
import type { DeskArticle } from "#features/desk/desk-article.ts";
import { StateBadges } from "./state-badges.tsx";

type Props = {
  article: DeskArticle;
  /** The text below: the one being written, or the one that readers have. */
  shown: "open" | "live";
  /** The headline stands in the text below already; on a phone there is no room to say it twice. */
  hidesTitle?: boolean | "on_phones";
};

/** Which article this is and where it stands. */
export function ArticleHead({ article, shown, hidesTitle = false }: Props) {
  const t = useTranslations("desk");
  const { number, story, text, live } = article;
  const edition = story.open;
  const headline = (shown === "open" && text?.content.headline) || live?.headline || t("noHeadline");
  return (
    <header className="mb-4 space-y-2 max-sm:mb-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateBadges of={standOf(article)} />
        <span className="text-sm text-ink-soft">
          {t("number", { number })}
          {edition ? ` · ${t(`edition.${edition.purpose}`, { number: article.about.outing })}` : ""}
        </span>
      </div>
      <h1 className={hidesTitle === true ? "sr-only" : `${TITLE} ${hidesTitle ? "max-sm:sr-only" : ""}`}>{headline}</h1>
    </header>
  );
}

const TITLE = "text-xl leading-snug font-bold break-words sm:text-2xl";

function standOf({ story, about }: DeskArticle) {
  const { article, open, lastClosed } = story;
  const state = open?.state ?? null;
  return {
    state,
    visibility: article.visibility,
    outcome: lastClosed?.outcome ?? null,
    returned: about.wasReturned && state === "draft",
    owed: article.owedSince !== null,
  };
}
