/** What a note tells readers: that something was wrong and is mended, or what has joined the text. Each is a field of its own. */
export const NOTE_KINDS = ["correction", "update"] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** What readers are told beside a text that went out once more; `at` is when that was, null while it has not. */
export type Note = { kind: NoteKind; text: string; at: Date | null };

/** A text that was published, or is about to be, with its notes as it says them; "" for none. */
export type Noted = Record<NoteKind, string> & { at: Date | null };

/**
 * The notes of a document's published texts, the newest first; of one text its correction before its update. A text that was
 * opened later carries the notes of the one it began from; these are no second notes.
 *
 * @param texts in the order in which readers got them
 */
export function notesOf(texts: readonly Noted[]): Note[] {
  return texts
    .flatMap((said, place) =>
      NOTE_KINDS.map((kind) => ({
        kind,
        text: ownNote(said[kind], texts[place - 1]?.[kind] ?? ""),
        at: said.at,
      })).reverse(),
    )
    .filter(({ text }) => text !== "")
    .reverse();
}

/** The note that a text adds to the one it began from; "" when it only carries that one's. */
export function ownNote(note: string, before: string): string {
  return note === before ? "" : note;
}

/** Whether writers have put a title before a note themselves: no second one goes there. */
export const isTitledNote = ({ kind, text }: Pick<Note, "kind" | "text">): boolean => TITLED[kind].test(text);

/** In both languages of a site. */
const TITLED: Readonly<Record<NoteKind, RegExp>> = {
  correction: /^(?:đính chính|(?:thông tin )?cải chính|correct(?:ion|ed)\b)/i,
  update: /^(?:cập nhật|updated?\b)/i,
};
