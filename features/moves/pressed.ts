import { z } from "zod";
import { deskPath, documentPath, reviewPath, saying } from "#features/addresses/desk.ts";
import { ruleOf } from "#features/workflow/machine.ts";
import { numberNamed } from "#lib/form-fields.ts";
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
  /** A number, an address or a line of the list. */
  mergedInto: unless(numberNamed("Chưa rõ bài được gộp vào là bài nào.")),
});

/** What was said with it, as the command takes it. */
export function saidIn({ documentId: _, by: __, press: ___, mergedInto, ...said }: z.output<typeof Pressed>): Said {
  return { ...said, mergedIntoId: mergedInto };
}

/**
 * The same with all that its moves ask for, as a form checks it. The command asks again, once it is known that the person
 * may: nobody else learns what a press needs. Whether an hour is yet to come is the server's to say, since a browser's
 * clock may be wrong; so is what no field can mend, such as a hash that is missing.
 */
export const WholePress = Pressed.superRefine((pressed, context) => {
  const { press } = pressed;
  const said = saidIn(pressed);
  const {
    hash: _,
    since: __,
    ...missing
  } = Object.assign({}, ...PRESSES[press].map((move) => unsaid(ruleOf(move), said)));
  if (press === "withdraw" && said.reason === "merged" && said.mergedIntoId === undefined)
    missing.mergedInto = "Chưa chọn bài được gộp vào.";
  for (const [field, message] of Object.entries<string>(missing))
    context.addIssue({ code: "custom", path: [field], message });
});

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
