import { AI_LABELS, type AiLabel } from "./vocabulary.ts";

/** Whether one label tells readers less than another. */
export const saysLess = (one: AiLabel, other: AiLabel): boolean => AI_LABELS.indexOf(one) < AI_LABELS.indexOf(other);

/**
 * What has to be told of what is played, which has one label for all of it: as much as its own file says. A poster that a generative
 * program has changed or made is a part of it, and makes no film one that was made so.
 */
export function labelOfMedia({ file, poster }: { file: AiLabel; poster: AiLabel }): AiLabel {
  const ofPoster = poster === "none" ? "none" : "edited";
  return saysLess(file, ofPoster) ? ofPoster : file;
}
