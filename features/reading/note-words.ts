import { isTitledNote, type Note } from "#features/text/notes.ts";
import { momentInEnglish, momentInWords } from "#lib/dates.ts";
import { say } from "./words.ts";
import { sayInEnglish } from "./words-in-english.ts";

/** "Đính chính lúc 10:27 ngày 23/6/2021": what stands before a note; "" where the note says it itself and is of no moment yet. */
export function noteTitle(note: Note): string {
  const isTitled = isTitledNote(note);
  if (note.at === null) return isTitled ? "" : say(`notes.${note.kind}`);
  const moment = momentInWords(note.at);
  return isTitled ? say("notes.titled", { moment }) : say(`notes.${note.kind}At`, { moment });
}

/** "Corrected 23 June 2021, 10:27": the same before a note of an English text. */
export function noteTitleInEnglish(note: Note): string {
  const isTitled = isTitledNote(note);
  if (note.at === null) return isTitled ? "" : sayInEnglish(`notes.${note.kind}`);
  const moment = momentInEnglish(note.at);
  return isTitled ? moment : sayInEnglish(`notes.${note.kind}At`, { moment });
}
