import type { ReactNode } from "react";
import { ASKING } from "#components/article/article-view.tsx";
import { ArticleBody } from "#components/article/body.tsx";
import { BodyFigure } from "#components/article/body-figure.tsx";
import { FormMark } from "#components/article/form-mark.tsx";
import { Notes } from "#components/article/notes.tsx";
import { Validity } from "#components/article/validity.tsx";
import { leadFigure } from "#features/kinds/lead.ts";
import type { LiveTranslation } from "#features/reading/english.ts";
import { sayInEnglish as say } from "#features/reading/words-in-english.ts";
import { pictureIn } from "#features/text/figures.ts";
import { momentInEnglish } from "#lib/dates.ts";
import { Dated } from "../dated.tsx";
import { Standfirst } from "../standfirst.tsx";
import { englishBodyWordsWith } from "./body-words.ts";
import { EnglishTrail } from "./english-trail.tsx";
import { englishHeadWords } from "./head-words.ts";
import { AiLabels, Credits } from "./of-the-original.tsx";

type Props = {
  translation: LiveTranslation;
  /** For staff, who sign them: pictures that are not there, marked. */
  marksAwaited?: boolean;
  /** What readers do with it. */
  tools?: ReactNode;
};

/**
 * The English sister of an article or a page, as readers see it; the desk shows a text under review with the same component. What
 * the article says of itself in Vietnamese is true of its sister: what it is, until when it holds, whose it is, what was wrong.
 */
export function TranslationView({ translation, marksAwaited = false, tools = null }: Props) {
  const { content, pictures, original, notes } = translation;
  const said = original?.said ?? null;
  const lead = leadFigure(content.lead);
  const own = englishBodyWordsWith(translation.inVietnamese);
  const words = marksAwaited ? { ...own, awaited: say("awaited") } : own;
  return (
    <article className={said === null ? "article" : `article form-${said.kind}`} lang="en">
      <header>
        <EnglishTrail />
        {said === null ? null : <FormMark form={said.kind} words={englishHeadWords} />}
        <h1>{content.title}</h1>
        {original?.kind === "page" ? null : <DateLine {...translation} />}
        <AiLabels own={content.aiLabel} original={said?.aiLabel ?? ""} />
        <Validity endsAt={said?.endsAt ?? null} words={englishHeadWords} />
        {original === null ? null : (
          <p className="other-language">
            <a href={original.path} hrefLang="vi" rel="alternate">
              {say("readOriginal")}
            </a>
          </p>
        )}
        {tools}
        <Behind since={translation.behindSince} />
      </header>
      <Notes notes={notes} words={englishHeadWords} />
      <Standfirst text={content.standfirst} isVietnamese={false} />
      {lead === null ? null : (
        <div className="body lead-picture">
          <BodyFigure
            figure={lead}
            picture={pictures.get(pictureIn(lead.attrs) ?? "")}
            isFirst
            isLead
            isWide={said?.kind === "photo_story"}
            words={words}
          />
        </div>
      )}
      <div className="body">
        <ArticleBody
          body={content.body}
          pictures={pictures}
          words={words}
          isLed={lead !== null}
          asks={said !== null && ASKING.includes(said.kind)}
        />
      </div>
      <Credits said={said} translator={content.translator} />
    </article>
  );
}

function DateLine({ shownAt, updatedAt }: Pick<LiveTranslation, "shownAt" | "updatedAt">) {
  return (
    <p className="date-line">
      {shownAt === null ? (
        say("notPublished")
      ) : (
        <Dated at={shownAt} said={say("published", { moment: momentInEnglish(shownAt) })} />
      )}
      {updatedAt === null ? null : (
        <Dated className="updated" at={updatedAt} said={say("updated", { moment: momentInEnglish(updatedAt) })} />
      )}
    </p>
  );
}

/** Nobody may take for the whole what is older than its original. */
function Behind({ since }: { since: Date | null }) {
  if (since === null) return null;
  return (
    <p className="validity over">
      <Dated at={since} said={say("behind", { moment: momentInEnglish(since) })} />
    </p>
  );
}
