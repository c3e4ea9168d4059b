import { correctionsPath } from "#features/addresses/lists.ts";
import type { Correction, Paged } from "#features/reading/lists.ts";
import { say } from "#features/reading/words.ts";
import { momentInWords } from "#lib/dates.ts";
import { Dated } from "./dated.tsx";
import { ListHead } from "./list-view.tsx";
import { Pages } from "./pages.tsx";

/** What readers were told about mistakes, article by article, the newest first. */
export function CorrectionsView({ notes, page, pages }: Paged & { notes: Correction[] }) {
  return (
    <div className="listing">
      <ListHead title={say("corrections.title")} page={page}>
        <p className="list-intro">{say(notes.length === 0 ? "corrections.none" : "corrections.intro")}</p>
      </ListHead>
      {notes.map(({ number, headline, path, note, at }) => (
        <article key={`${number} ${at.getTime()}`} className="noted">
          <h2>
            <a href={path}>{headline}</a>
          </h2>
          <p className="meta">
            <Dated at={at} said={say("notes.correctionAt", { moment: momentInWords(at) })} />
          </p>
          {note.split("\n").map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
            <p key={place}>{line}</p>
          ))}
        </article>
      ))}
      <Pages addressOf={correctionsPath} page={page} pages={pages} />
    </div>
  );
}
