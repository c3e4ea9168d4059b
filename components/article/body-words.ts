import { mediaWords } from "#components/site/media-words.ts";
import { say } from "#features/reading/words.ts";

/** What a body says for readers beside its own words. Another language has the same in its own (`components/site/english`). */
export const bodyWords = {
  ...{ credit: say("credit"), table: say("table"), enlarge: say("enlarge") },
  ai: { edited: say("aiEdited"), made: say("aiMade") },
  ...{ awaited: null, awaitedFile: say("awaitedFile"), media: mediaWords },
  download: say("file.download"),
  gallery: {
    ...{ name: say("gallery.name"), previous: say("gallery.previous") },
    ...{ next: say("gallery.next"), back: say("gallery.back") },
    ...{ full: say("gallery.full"), close: say("gallery.close") },
  },
};
