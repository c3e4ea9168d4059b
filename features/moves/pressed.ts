import { z } from "zod";
import { deskPath, documentPath, reviewPath, saying } from "#features/addresses/desk.ts";
import { ruleOf } from "#features/workflow/machine.ts";
import { hourSaid } from "#lib/hours.ts";
import type { Done } from "./commands.ts";
import { PRESSES, type Press, saidWith } from "./presses.ts";
import { Said, unsaid } from "./said.ts";

const LARGEST = 2_147_483_647;
const number = z.coerce.number<string>().int().positive().max(LARGEST);
/** Fields that were left empty were not said. */
const unless = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** A pressed button as its form says it. */
export const Pressed = z.object({
  documentId: number,
  /** Who opened the page with the button. */
  by: unless(number),
  press: z.enum(Object.keys(PRESSES) as [Press, ...Press[]]),
  hash: unless(Said.shape.hash),
  since: unless(Said.shape.since),
  reason: unless(Said.shape.reason),
  words: unless(Said.shape.words),
  answer: unless(Said.shape.answer),
  /** A time in Việt Nam as people write it. */
  at: unless(
    z
      .string()
      .transform((text) => hourSaid(text, new Date()))
      .pipe(z.date("Giờ đăng cần có cả ngày và giờ, ví dụ 29/11/2026 07:30, 29/11 7h30 hoặc 7h30 ngày mai.")),
  ),
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
export function saidIn({ documentId: _, by: __, press: ___, mergedInto, ...said }: z.output<typeof Pressed>): Said {
  return { ...said, mergedIntoId: mergedInto };
}

/**
 * What is wrong with a form before it is sent, by its fields; the same sentences as the server's. Whether an hour is yet
 * to come is the server's to say: a browser's clock may be wrong.
 */
export function problemsIn(press: Press, fields: Record<string, string>): Partial<Record<string, string>> {
  const read = Pressed.safeParse(fields);
  if (!read.success)
    return Object.fromEntries(read.error.issues.map(({ path, message }) => [String(path[0]), message]));
  const said = saidIn(read.data);
  const missing: Partial<Record<string, string>> = Object.assign(
    {},
    ...PRESSES[press].map((move) => unsaid(ruleOf(move), said)),
  );
  const { hash: _, since: __, ...found } = missing;
  if (press !== "withdraw" || said.reason !== "merged" || said.mergedIntoId !== undefined) return found;
  return { ...found, mergedInto: "Chưa chọn bài được gộp vào." };
}

/** The field that a refusal of what was said is about, where a press asks for one thing only. */
export function fieldAsked(press: Press): string | null {
  const says = saidWith(press);
  return says === "time" ? "at" : says === "person" ? "toPersonId" : null;
}

/** After these there is something to type. */
const TO_THE_EDITOR: readonly Press[] = ["revise", "correct", "recover", "take_back"];

/** Where somebody goes after a press: a page of its own address, so that reloading presses nothing again. */
export function pageAfter(press: Press, done: Done): string {
  if (done.madeDocumentId !== undefined) return documentPath(done.madeDocumentId, { done: press });
  // Who hands an article over may have no more to do with it than any reader.
  if (press === "hand_over") return saying(deskPath, { done: press });
  return (TO_THE_EDITOR.includes(press) ? documentPath : reviewPath)(done.documentId, { done: press });
}
