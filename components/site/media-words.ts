import type { Handout } from "#features/files/picture.ts";
import { say } from "#features/reading/words.ts";
import { SPEECHLESS } from "#features/text/plain.ts";

const VIETNAMESE = { marked: "vi", called: say("media.language") } as const;

/** What is said around what is played, on every page that has something of it. */
export const mediaWords = {
  ...{ source: say("media.source"), transcript: say("media.transcript") },
  open: say("media.open"),
  subtitles: () => VIETNAMESE,
  about: ({ about }: Handout) => about,
  speechless: SPEECHLESS.replace(/\.$/, ""),
  ai: {
    video: { edited: say("media.ai.video.edited"), made: say("media.ai.video.made") },
    audio: { edited: say("media.ai.audio.edited"), made: say("media.ai.audio.made") },
  },
};
