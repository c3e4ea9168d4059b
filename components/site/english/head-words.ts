import type { HeadWords } from "#components/article/head-words.ts";
import { sayInEnglish as say } from "#features/reading/words-in-english.ts";
import { isTitledNote } from "#features/text/notes.ts";
import { momentInEnglish } from "#lib/dates.ts";

/** What stands around an English text for readers beside its own words. */
export const englishHeadWords: HeadWords = {
  form: (form) => say(`forms.${form}`),
  valid: {
    until: (moment) => say("valid.until", { moment: momentInEnglish(moment) }),
    over: (moment) => say("valid.over", { moment: momentInEnglish(moment) }),
    mark: say("valid.mark"),
  },
  notes: {
    name: (kinds) =>
      kinds.size > 1 ? say("notes.both") : say(kinds.has("update") ? "notes.update" : "notes.correction"),
    title(note) {
      const moment = note.at === null ? null : momentInEnglish(note.at);
      if (note.ofOriginal) return say(`notes.${note.kind}OfOriginal`, { moment: moment ?? "" });
      if (moment === null) return isTitledNote(note) ? "" : say(`notes.${note.kind}`);
      return isTitledNote(note) ? moment : say(`notes.${note.kind}At`, { moment });
    },
  },
  source: say("source"),
};
