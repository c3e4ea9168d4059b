import type { MediaWords } from "#components/article/body-media.tsx";
import type { bodyWords } from "#components/article/body-words.ts";
import { aboutFileInEnglish } from "#features/files/media.ts";
import { sayInEnglish as say } from "#features/reading/words-in-english.ts";

const LANGUAGES = {
  vi: { marked: "vi", called: say("media.vietnamese") },
  en: { marked: "en", called: say("media.english") },
} as const;

type EnglishBodyWords = Omit<typeof bodyWords, "media"> & { abbreviated: false; media: Omit<MediaWords, "awaited"> };

/** What a body says for readers beside its own words, in English. */
export const englishBodyWords: EnglishBodyWords = {
  abbreviated: false,
  ...{ credit: say("credit"), table: say("table"), enlarge: say("enlarge") },
  ai: { edited: say("aiEdited"), made: say("aiMade") },
  ...{ awaited: null, awaitedFile: say("awaitedFile"), download: say("download") },
  media: {
    ...{ source: say("media.source"), transcript: say("media.transcript") },
    ...{ subtitles: () => LANGUAGES.en, open: say("media.open") },
    ...{ about: aboutFileInEnglish, speechless: say("media.speechless") },
    ai: {
      video: { edited: say("media.ai.video.edited"), made: say("media.ai.video.made") },
      audio: { edited: say("media.ai.audio.edited"), made: say("media.ai.audio.made") },
    },
  },
  gallery: {
    ...{ name: say("gallery.name"), previous: say("gallery.previous") },
    ...{ next: say("gallery.next"), back: say("gallery.back") },
    ...{ full: say("gallery.full"), close: say("gallery.close") },
  },
};

/** The same of a text whose films may have their subtitles in Vietnamese. @param inVietnamese hashes of these files */
export function englishBodyWordsWith(inVietnamese: ReadonlySet<string>): EnglishBodyWords {
  const subtitles = (file: string) => LANGUAGES[inVietnamese.has(file) ? "vi" : "en"];
  return { ...englishBodyWords, media: { ...englishBodyWords.media, subtitles } };
}
