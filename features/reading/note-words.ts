import { isTitledNote, type Note } from "#features/text/notes.ts";
import { momentInWords } from "#lib/dates.ts";
import { say } from "./words.ts";

/** "Đính chính lúc 10:27 ngày 23/6/2021": what stands before a note; "" where the note says it itself and is of no moment yet. */
export function noteTitle(note: Note): string {
  const isTitled = isTitledNote(note);
  if (note.at === null) return isTitled ? "" : say(`notes.${note.kind}`);
  const moment = momentInWords(note.at);
  return isTitled ? say("notes.titled", { moment }) : say(`notes.${note.kind}At`, { moment });
}
