import { Dated } from "#components/site/dated.tsx";
import { type HeadWords, headWords, type ShownNote } from "./head-words.ts";

/** What readers were told about mistakes and about what has joined, the newest first, each with its date and in the words of that day. */
export function Notes({ notes, words = headWords }: { notes: readonly ShownNote[]; words?: HeadWords }) {
  if (notes.length === 0) return null;
  return (
    <aside className="correction" aria-label={words.notes.name(new Set(notes.map(({ kind }) => kind)))}>
      <ul>
        {notes.map((note) => (
          <li key={`${note.kind}-${note.ofOriginal ?? false}-${note.at?.getTime() ?? "open"}`}>
            {note.text.split("\n").map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
              <p key={at}>
                {at === 0 ? <Title at={note.at} title={words.notes.title(note)} /> : null}
                {note.ofOriginal ? <span lang="vi">{line}</span> : line}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Title({ at, title }: { at: Date | null; title: string }) {
  if (title === "") return null;
  return <strong>{at === null ? title : <Dated at={at} said={title} />}: </strong>;
}
