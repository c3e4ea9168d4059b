import type { HeadWords } from "#components/article/head-words.ts";
import { noteTitleInEnglish } from "#features/reading/note-words.ts";
import { sayInEnglish as say } from "#features/reading/words-in-english.ts";
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
      if (!note.ofOriginal) return noteTitleInEnglish(note);
      return say(`notes.${note.kind}OfOriginal`, { moment: note.at === null ? "" : momentInEnglish(note.at) });
    },
  },
  source: say("source"),
};
