import { say } from "#features/reading/words.ts";
import { isTitledNote, type Note } from "#features/text/notes.ts";
import { isoOf, momentInWords } from "#lib/dates.ts";

/** What readers were told about mistakes, the newest first, each with its date and in the words of that day. */
export function Corrections({ notes }: { notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <aside className="correction" aria-label={say("correction")}>
      <ul>
        {notes.map((note) => (
          <li key={note.at?.getTime() ?? "open"}>
            {note.text.split("\n").map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
              <p key={at}>
                {at === 0 ? <Title note={note} /> : null}
                {line}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Title({ note: { text, at } }: { note: Note }) {
  const isTitled = isTitledNote(text);
  if (at === null) return isTitled ? null : <strong>{say("correction")}: </strong>;
  const moment = momentInWords(at);
  return (
    <strong>
      <time dateTime={isoOf(at)}>{isTitled ? say("noted", { moment }) : say("corrected", { moment })}</time>:{" "}
    </strong>
  );
}
