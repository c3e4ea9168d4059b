import { say } from "./words.ts";

/** What is said around what is played, on every page that has something of it. */
export const mediaWords = {
  ...{ source: say("media.source"), transcript: say("media.transcript") },
  ...{ language: say("media.language"), open: say("media.open") },
};
