import type { Correction } from "#features/reading/lists.ts";
import { isoOf } from "#lib/dates.ts";

/** Corrections, each under what it corrects. @param told says of one when it went out, in the language of the page */
export function CorrectionNotes({ notes, told }: { notes: readonly Correction[]; told: (at: Date) => string }) {
  return notes.map(({ number, headline, path, note, at }) => (
    <article key={`${number} ${at.getTime()}`} className="noted">
      <h2>
        <a href={path}>{headline}</a>
      </h2>
      <p className="meta">
        <time dateTime={isoOf(at)}>{told(at)}</time>
      </p>
      {note.split("\n").map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
        <p key={place}>{line}</p>
      ))}
    </article>
  ));
}
