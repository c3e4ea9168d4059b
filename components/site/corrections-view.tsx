import { correctionsPath } from "#features/addresses/lists.ts";
import type { Correction, Paged } from "#features/reading/lists.ts";
import { noteTitle } from "#features/reading/note-words.ts";
import { say } from "#features/reading/words.ts";
import { CorrectionNotes } from "./correction-notes.tsx";
import { ListHead } from "./list-view.tsx";
import { Pages } from "./pages.tsx";

type Props = Paged & {
  notes: Correction[];
  /** Where those of English texts are. */
  sister: string | undefined;
};

/** What readers were told about mistakes, article by article, the newest first. */
export function CorrectionsView({ notes, page, pages, sister }: Props) {
  return (
    <div className="listing">
      <ListHead title={say("corrections.title")} page={page}>
        <p className="list-intro">{say(notes.length === 0 ? "corrections.none" : "corrections.intro")}</p>
        {sister === undefined ? null : (
          <p className="other-language">
            <a href={sister} lang="en" hrefLang="en" rel="alternate">
              {say("corrections.inEnglish")}
            </a>
          </p>
        )}
      </ListHead>
      <CorrectionNotes notes={notes} titled={noteTitle} />
      <Pages addressOf={correctionsPath} page={page} pages={pages} />
    </div>
  );
}
