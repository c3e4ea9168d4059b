import type { Form } from "#features/kinds/article.ts";
import { noteTitle } from "#features/reading/note-words.ts";
import { say } from "#features/reading/words.ts";
import type { Note, NoteKind } from "#features/text/notes.ts";
import { momentInWords } from "#lib/dates.ts";

/** A note, and whether it was told beside the Vietnamese text, which is another one on English pages. */
export type ShownNote = Note & { ofOriginal?: boolean };

/** What an article says for readers around its own words. Another language has the same in its own (`components/site/english`). */
export type HeadWords = {
  form: (form: Exclude<Form, "news">) => string;
  valid: { until: (moment: Date) => string; over: (moment: Date) => string; mark: string };
  /** @property name of the list, by what stands in it @property title before one note; "" for none */
  notes: { name: (kinds: ReadonlySet<NoteKind>) => string; title: (note: ShownNote) => string };
  source: string;
};

export const headWords: HeadWords = {
  form: (form) => say(`forms.${form}`),
  valid: {
    until: (moment) => say("valid.until", { moment: momentInWords(moment) }),
    over: (moment) => say("valid.over", { moment: momentInWords(moment) }),
    mark: say("valid.mark"),
  },
  notes: {
    name: (kinds) =>
      [...kinds].length > 1 ? say("notes.both") : say(kinds.has("update") ? "notes.update" : "notes.correction"),
    title: noteTitle,
  },
  source: say("source"),
};
