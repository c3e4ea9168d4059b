import { z } from "zod";
import { fromLocal } from "#lib/dates.ts";
import type { Done } from "./commands.ts";
import { PRESSES, type Press } from "./presses.ts";
import { Said } from "./said.ts";

const LARGEST = 2_147_483_647;
const number = z.coerce.number<string>().int().positive().max(LARGEST);
/** Fields that were left empty were not said. */
const unless = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** A pressed button as its form says it. */
export const Pressed = z.object({
  articleId: number,
  press: z.enum(Object.keys(PRESSES) as [Press, ...Press[]]),
  hash: unless(Said.shape.hash),
  reason: unless(Said.shape.reason),
  words: unless(Said.shape.words),
  /** What `datetime-local` gives: a time in Việt Nam, without a zone. */
  at: unless(z.string().transform(fromLocal).pipe(z.date("Giờ hẹn đăng chưa đúng."))),
  toPersonId: unless(number),
  /** A number, an address or a line of the list: the last number in it is the article's. */
  mergedInto: unless(
    z
      .string()
      .max(3_000)
      .transform((text) => Number(/(\d+)\D*$/.exec(text)?.[1]))
      .pipe(z.int("Chưa rõ bài được gộp vào là bài nào.").positive().max(LARGEST)),
  ),
});

/** What was said with it, as the command takes it. */
export function saidIn({ hash, reason, words, at, toPersonId, mergedInto }: z.output<typeof Pressed>): Said {
  return { hash, reason, words, at, toPersonId, mergedIntoId: mergedInto };
}

/** After these there is something to type. */
const TO_THE_EDITOR: readonly Press[] = ["revise", "correct", "recover", "take_back"];

/** Where somebody goes after a press: a page of its own address, so that reloading presses nothing again. */
export function pageAfter(press: Press, done: Done): string {
  if (done.madeArticleId !== undefined) return `/desk/articles/${done.madeArticleId}?done=${press}`;
  // Who hands an article over may have no more to do with it than any reader.
  if (press === "hand_over") return "/desk?done=hand_over";
  const page = TO_THE_EDITOR.includes(press) ? "" : "/review";
  return `/desk/articles/${done.articleId}${page}?done=${press}`;
}
