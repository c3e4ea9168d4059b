import type { ReactNode } from "react";
import { ArticleBody } from "#components/article/body.tsx";
import { BodyFigure } from "#components/article/body-figure.tsx";
import { englishPath } from "#features/addresses/english.ts";
import { leadFigure } from "#features/kinds/lead.ts";
import type { LiveTranslation } from "#features/reading/english.ts";
import { sayInEnglish as say } from "#features/reading/words-in-english.ts";
import { pictureIn } from "#features/text/figures.ts";
import { isoOf, momentInEnglish } from "#lib/dates.ts";
import { Standfirst } from "../standfirst.tsx";
import { englishBodyWords } from "./body-words.ts";

type Props = {
  translation: LiveTranslation;
  /** For staff, who sign them: pictures that are not there, marked. */
  marksAwaited?: boolean;
  /** What readers do with it. */
  tools?: ReactNode;
};

/** The English sister of an article or a page, as readers see it; the desk shows a text under review with the same component. */
export function TranslationView({ translation, marksAwaited = false, tools = null }: Props) {
  const { content, pictures, original, shownAt, updatedAt } = translation;
  const lead = leadFigure(content.lead);
  const words = marksAwaited ? { ...englishBodyWords, awaited: say("awaited") } : englishBodyWords;
  return (
    <article className="article" lang="en">
      <header>
        <nav className="breadcrumb" aria-label={say("breadcrumb")}>
          <ol>
            <li>
              <a href={englishPath()}>{say("home")}</a>
            </li>
          </ol>
        </nav>
        <h1>{content.title}</h1>
        {original?.kind === "page" ? null : (
          <p className="date-line">
            {shownAt === null ? (
              say("notPublished")
            ) : (
              <time dateTime={isoOf(shownAt)}>{say("published", { moment: momentInEnglish(shownAt) })}</time>
            )}
            {updatedAt === null ? null : (
              <time className="updated" dateTime={isoOf(updatedAt)}>
                {say("updated", { moment: momentInEnglish(updatedAt) })}
              </time>
            )}
          </p>
        )}
        {original === null ? null : (
          <p className="other-language">
            <a href={original.path} hrefLang="vi" rel="alternate">
              {say("readOriginal")}
            </a>
          </p>
        )}
        {tools}
      </header>
      <Standfirst text={content.standfirst} isVietnamese={false} />
      {lead === null ? null : (
        <div className="body lead-picture">
          <BodyFigure
            figure={lead}
            picture={pictures.get(pictureIn(lead.attrs) ?? "")}
            isFirst
            isLead
            isWide={false}
            words={words}
          />
        </div>
      )}
      <div className="body">
        <ArticleBody body={content.body} pictures={pictures} words={words} isLed={lead !== null} />
      </div>
      {content.translator === "" ? null : (
        <footer>
          <p className="translator">{content.translator}</p>
        </footer>
      )}
    </article>
  );
}
