import type { ReactNode } from "react";
import { Abbreviated, Abbreviations } from "#components/article/abbreviated.tsx";
import { ArticleBody } from "#components/article/body.tsx";
import { bodyWords } from "#components/article/body-words.ts";
import type { LivePage } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import { plainText, shownBody } from "#features/text/plain.ts";
import { momentInWords } from "#lib/dates.ts";
import { Dated } from "./dated.tsx";
import { InEnglish } from "./in-english.tsx";

/**
 * A page that stands for itself, as readers see it; the desk shows a text under review with the same component.
 *
 * @param marksAwaited for staff, who sign them: pictures that are not there, marked
 */
export function PageView({
  page: { content, pictures, updatedAt },
  marksAwaited = false,
  sister = null,
  tools = null,
}: {
  page: LivePage;
  marksAwaited?: boolean;
  /** The public path of the same in English, where readers have that. */
  sister?: string | null;
  /** What readers do with it; staff, who decide on it, do nothing of the kind. */
  tools?: ReactNode;
}) {
  return (
    <article className="article" lang="vi">
      <header>
        <h1>
          <Abbreviated text={content.title} />
        </h1>
        {updatedAt === null ? null : (
          <p className="date-line">
            <Dated at={updatedAt} said={say("updated", { moment: momentInWords(updatedAt) })} />
          </p>
        )}
        <InEnglish sister={sister} />
        {tools}
      </header>
      <div className="body">
        <ArticleBody
          body={content.body}
          pictures={pictures}
          words={marksAwaited ? { ...bodyWords, awaited: say("awaited") } : bodyWords}
        />
      </div>
      <Abbreviations of={[content.title, plainText(shownBody(content.body, pictures))]} />
    </article>
  );
}
