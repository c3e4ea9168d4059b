import { headers } from "next/headers";
import type { z } from "zod";
import { requireStaff, type Staff } from "#features/sessions/actor.ts";
import type { Outcome } from "#lib/outcome.ts";
import { fieldsOf, parsed } from "./input.ts";
import { outcomeOf } from "./outcome.ts";
import { beginPress } from "./presses.ts";
import { refuseForeign } from "./same-origin.ts";

/** An action: called with its fields, with a form, or by React's `useActionState` with what it answered before and a form. */
type Action<I, T> = {
  (input: I | FormData): Promise<Outcome<T>>;
  (previous: Outcome<T> | null, form: FormData): Promise<Outcome<T>>;
};

/**
 * The only way to make a desk action: there is no form of it without a signed-in person, nor for pages of others.
 * @param schema what comes in; a form's values are text, so numbers need `z.coerce`
 * @param work throws a `Refusal` for a "no"
 */
export function staffAction<S extends z.ZodType, T>(
  schema: S,
  work: (staff: Staff, input: z.output<S>) => Promise<T>,
): Action<z.input<S>, T> {
  return action(async (said) => {
    const staff = await requireStaff();
    return work(staff, parsed(schema, said()));
  });
}

/** An action for people who are not signed in: a way in, and nothing else. */
export function publicAction<S extends z.ZodType, T>(
  schema: S,
  work: (input: z.output<S>) => Promise<T>,
): Action<z.input<S>, T> {
  return action((said) => work(parsed(schema, said())));
}

function action<I, T>(work: (said: () => unknown) => Promise<T>): Action<I, T> {
  return async (...said: [unknown, FormData?]) =>
    outcomeOf(async () => {
      beginPress();
      refuseForeign(await headers());
      return work(() => fieldsOf(said.length > 1 ? said[1] : said[0]));
    });
}
