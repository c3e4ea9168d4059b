import { useTranslations } from "next-intl";
import type { DeskDocument } from "#features/desk/desk-document.ts";
import { calledOf } from "./called.ts";
import { StandsUnder } from "./stands-under.tsx";
import { StateBadges } from "./state-badges.tsx";

type Props = {
  document: DeskDocument;
  /** The text below: the one being written, or the one that readers have. */
  shown: "open" | "live";
  /** The title stands in the text below already; on a phone there is no room to say it twice. */
  hidesTitle?: boolean | "on_phones";
};

/** Which document this is and where it stands. */
export function DocumentHead({ document, shown, hidesTitle = false }: Props) {
  const t = useTranslations("desk");
  const { number, story, text, live } = document;
  const edition = story.open;
  const title = (shown === "open" && text?.title) || live?.title || t("noHeadline");
  return (
    <header className="mb-4 space-y-2 max-sm:mb-3">
      <StandsUnder kind={story.document.kind} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateBadges of={standOf(document)} />
        <span className="text-sm text-ink-soft">
          {t("number", { ...calledOf(story.document.kind), number })}
          {edition ? ` · ${t(`edition.${edition.purpose}`, { number: document.about.outing })}` : ""}
        </span>
      </div>
      <h1 className={hidesTitle === true ? "sr-only" : `${TITLE} ${hidesTitle ? "max-sm:sr-only" : ""}`}>{title}</h1>
    </header>
  );
}

const TITLE = "text-xl leading-snug font-bold break-words sm:text-2xl";

/** Where a document stands, as its badges say it. */
export function standOf({ story, about }: DeskDocument) {
  const { document, open, lastClosed } = story;
  const state = open?.state ?? null;
  return {
    state,
    visibility: document.visibility,
    outcome: lastClosed?.outcome ?? null,
    returned: about.wasReturned && state === "draft",
    owed: document.owedSince !== null,
  };
}
