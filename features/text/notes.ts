/** What readers are told about a correction; `at` is when it went out, null while it has not. */
export type Note = { text: string; at: Date | null };

/** A text that was published, or is about to be, with what it says about corrections. */
export type Noted = { correction: string; at: Date | null };

/**
 * The notes of an article's published texts, the newest first. A text that was opened later carries the note of the one
 * it began from; that is no second note.
 *
 * @param texts in the order in which readers got them
 */
export function notesOf(texts: readonly Noted[]): Note[] {
  return texts
    .map(({ correction, at }, place) => ({ text: ownNote(correction, texts[place - 1]?.correction ?? ""), at }))
    .filter(({ text }) => text !== "")
    .reverse();
}

/** The note that a text adds to the one it began from; "" when it only carries that one's. */
export function ownNote(correction: string, before: string): string {
  return correction === before ? "" : correction;
}

/** Whether writers have put a title before a note themselves: no second one goes there. */
export const isTitledNote = (text: string): boolean => TITLED.test(text);

const TITLED = /^(?:đính chính|(?:thông tin )?cải chính)/i;
