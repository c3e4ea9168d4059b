import { AsyncLocalStorage } from "node:async_hooks";
import type { Problems } from "#lib/checked.ts";
import { processWide } from "#lib/process-wide.ts";
import type { Typed } from "./asked.ts";
import type { Found } from "./found.ts";

/** What a form that a reader sent is answered with. */
export type Given =
  /** Nothing was kept: what is wrong, beside its field or as a whole, and every word as it was typed. */
  | { form: "ask"; code: null; typed: Typed; problems: Problems; refused: "busy" | "again" | "trap" | null }
  | { form: "ask"; code: string }
  /** @property found null where no question has this code; "busy" where too many were tried */
  | { form: "look_up"; typed: string; found: Found | null | "busy" };

/**
 * What the page says that is being drawn: it goes to the page in this process and by no address, so that neither a word nor a code
 * stands in a log, in a history or in a cache.
 */
const answers = processWide("toasoan.questions", () => new AsyncLocalStorage<Given>());

/** Runs the work that draws the page of an answer. */
export const answering = <T>(given: Given, work: () => T): T => answers.run(given, work);

/** What this page is the answer to; null where somebody comes to an empty form. */
export const givenHere = (): Given | null => answers.getStore() ?? null;
