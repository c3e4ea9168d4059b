import { z } from "zod";
import { MOST_AT_ONCE, type Parts } from "./parts.ts";

/** What the process that looks into a file asks for over its channel, and what it gets. One question at a time. */
const question = z.strictObject({ first: z.int().nonnegative(), last: z.int().nonnegative() });
type Given = { bytes: Uint8Array };

/** Whether it asks for bytes of a file of this size; null for whatever else it says, and for what it may not ask. */
export function partAsked(said: unknown, size: number): z.infer<typeof question> | null {
  const { data } = question.safeParse(said);
  const isPart = data !== undefined && data.first <= data.last && data.last < size;
  return isPart && data.last - data.first < MOST_AT_ONCE ? data : null;
}

/** The file, for the process itself: what it asks for comes over its channel. */
export function partsFromParent(size: number): Parts {
  return {
    size,
    read: (first, last) =>
      new Promise((resolve) => {
        process.once("message", ({ bytes }: Given) => resolve(Buffer.from(bytes)));
        process.send?.({ first, last });
      }),
  };
}
