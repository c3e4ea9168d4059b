import { sayInEnglish as say } from "#features/reading/words-in-english.ts";
import type { ToolWords } from "../tool-words.ts";

export const englishToolWords: ToolWords = {
  ...{ looks: say("tools.looks"), smaller: say("tools.smaller"), plain: say("tools.plain") },
  ...{ larger: say("tools.larger"), size: say("tools.size", { percent: "{0}" }), contrast: say("tools.contrast") },
  ...{ name: say("tools.name"), share: say("tools.share"), copy: say("tools.copy"), copied: say("tools.copied") },
  ...{ notCopied: say("tools.notCopied"), send: say("tools.send"), mail: say("tools.mail") },
  ...{ print: say("tools.print"), listen: say("tools.listen"), stop: say("tools.stop") },
};
