import type { Correction } from "#features/reading/lists.ts";
import type { Note } from "#features/text/notes.ts";
import { Dated } from "./dated.tsx";

type Props = {
  notes: readonly Correction[];
  /** What stands before a note, in the language of the page. */
  titled: (note: Note) => string;
};

/** Corrections, each under what it corrects. */
export function CorrectionNotes({ notes, titled }: Props) {
  return notes.map(({ number, headline, path, note, at }) => (
    <article key={`${number} ${at.getTime()}`} className="noted">
      <h2>
        <a href={path}>{headline}</a>
      </h2>
      <p className="meta">
        <Dated at={at} said={titled({ kind: "correction", text: note, at })} />
      </p>
      {note.split("\n").map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
        <p key={place}>{line}</p>
      ))}
    </article>
  ));
}
