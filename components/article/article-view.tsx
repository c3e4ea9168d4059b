import { Fragment, type ReactNode } from "react";
import { Breadcrumb } from "#components/site/breadcrumb.tsx";
import { InEnglish } from "#components/site/in-english.tsx";
import { Standfirst } from "#components/site/standfirst.tsx";
import { endsAt, type Form } from "#features/kinds/article.ts";
import { leadFigure } from "#features/kinds/lead.ts";
import type { LiveArticle } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import { pictureIn } from "#features/text/figures.ts";
import { plainText, shownBody } from "#features/text/plain.ts";
import { Abbreviated, Abbreviations } from "./abbreviated.tsx";
import { ArticleBody } from "./body.tsx";
import { BodyFigure } from "./body-figure.tsx";
import { bodyWords } from "./body-words.ts";
import { BylineLine, SourceLine } from "./byline.tsx";
import { DateLine } from "./date-line.tsx";
import { FormMark } from "./form-mark.tsx";
import { Notes } from "./notes.tsx";
import { Validity } from "./validity.tsx";

/** In these a paragraph that is bold as a whole is a question. */
export const ASKING: readonly Form[] = ["interview", "qa"];

type Props = {
  article: LiveArticle;
  marksAwaited?: boolean;
  /** What readers do with it; staff, who decide on it, do nothing of the kind. */
  tools?: ReactNode;
  /** The public path of the same in English, where readers have that. */
  sister?: string | null;
};

/**
 * The article as readers see it; the desk shows a text under review with the same component.
 *
 * @param marksAwaited for staff, who sign them: pictures that are not there, marked as what readers do not get
 */
export function ArticleView({ article, marksAwaited = false, tools = null, sister = null }: Props) {
  const { content, pictures, sectionPath, tags, notes } = article;
  const lead = leadFigure(content.lead);
  const isWide = content.kind === "photo_story";
  const words = marksAwaited ? { ...bodyWords, awaited: say("awaited") } : bodyWords;
  return (
    <article className={`article form-${content.kind}`} lang="vi">
      <header>
        {sectionPath.length === 0 ? null : <Breadcrumb path={sectionPath} />}
        <FormMark form={content.kind} kicker={content.kicker} />
        {content.kicker === "" ? null : <p className="kicker">{content.kicker}</p>}
        <h1>
          <Abbreviated text={content.headline} />
        </h1>
        <DateLine article={article} />
        {content.aiLabel === "" ? null : <p className="ai-label">{content.aiLabel}</p>}
        <Validity endsAt={endsAt(content)} />
        <InEnglish sister={sister} />
        {tools}
      </header>
      <Notes notes={notes} />
      <Standfirst text={content.standfirst} />
      {lead === null ? null : (
        <div className="body lead-picture">
          <BodyFigure
            figure={lead}
            picture={pictures.get(pictureIn(lead.attrs) ?? "")}
            isFirst
            isLead
            isWide={isWide}
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
          asks={ASKING.includes(content.kind)}
        />
      </div>
      <footer>
        <BylineLine byline={content.byline} paths={article.authors} />
        <SourceLine source={content.source} />
        {tags.length === 0 ? null : (
          <p className="tags">
            {say("tags")}:{" "}
            {tags.map(({ id, name, path }, at) => (
              <Fragment key={id}>
                {at === 0 ? null : ", "}
                {path === null ? name : <a href={path}>{name}</a>}
              </Fragment>
            ))}
          </p>
        )}
        <Abbreviations of={wordsOf(article)} />
      </footer>
    </article>
  );
}

/** All that is read of it, from the top down. */
function wordsOf({ content, pictures, notes: told }: LiveArticle): string[] {
  const { kicker, headline, standfirst, lead, body } = content;
  const notes = told.map(({ text }) => text);
  return [kicker, headline, ...notes, standfirst, lead.caption, plainText(shownBody(body, pictures))];
}
