import { say } from "#features/reading/words.ts";
import { sayInEnglish } from "#features/reading/words-in-english.ts";

/** What is said of how large and how dark a page is. `size` has {0} for what the script fills in. */
export type LookWords = Record<"looks" | "smaller" | "plain" | "larger" | "size" | "contrast", string>;

export type ToolWords = LookWords &
  Record<"name" | "share" | "copy" | "copied" | "notCopied" | "send" | "mail" | "print" | "listen" | "stop", string>;

type Say = (key: `tools.${Exclude<keyof ToolWords, "size">}`) => string;

const wordsIn = (say: Say, size: string): ToolWords => ({
  ...{ looks: say("tools.looks"), smaller: say("tools.smaller"), plain: say("tools.plain") },
  ...{ larger: say("tools.larger"), size, contrast: say("tools.contrast") },
  ...{ name: say("tools.name"), share: say("tools.share"), copy: say("tools.copy"), copied: say("tools.copied") },
  ...{ notCopied: say("tools.notCopied"), send: say("tools.send"), mail: say("tools.mail") },
  ...{ print: say("tools.print"), listen: say("tools.listen"), stop: say("tools.stop") },
});

/** Beside an article. */
export const toolWords = wordsIn(say, say("tools.size", { percent: "{0}" }));
/** Beside what is said in English. */
export const englishToolWords = wordsIn(sayInEnglish, sayInEnglish("tools.size", { percent: "{0}" }));

/** Beside whatever else has a page of its own. */
export const pageToolWords: ToolWords = {
  ...toolWords,
  ...{ name: say("tools.ofPage"), print: say("tools.printPage"), listen: say("tools.listenPage") },
};
