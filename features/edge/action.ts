import { headers } from "next/headers";
import type { Outcome } from "#lib/outcome.ts";
import { type Guard, guarded } from "./guards.ts";
import { fieldsOf } from "./input.ts";
import { outcomeOf } from "./outcome.ts";
import { beginPress } from "./presses.ts";
import { refuseForeign } from "./same-origin.ts";

/** An action: called with its fields, with a form, or by React's `useActionState` with what it answered before and a form. */
export type Action<I, T> = {
  (input: I | FormData): Promise<Outcome<T>>;
  (previous: Outcome<T> | null, form: FormData): Promise<Outcome<T>>;
};

/**
 * What all actions have in common: pages of others are refused, and a "no" is a value. For the guards of this room, which
 * say who may press.
 * @param work is given what was said when it asks for it, and throws a `Refusal` for a "no"
 */
export function action<I, T>(guard: Guard, work: (said: () => unknown) => Promise<T>): Action<I, T> {
  return guarded(guard, async (...said: [unknown, FormData?]) =>
    outcomeOf(async () => {
      beginPress();
      refuseForeign(await headers());
      return work(() => fieldsOf(said.length > 1 ? said[1] : said[0]));
    }),
  );
}
