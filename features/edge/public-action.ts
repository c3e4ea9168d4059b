import type { z } from "zod";
import { type Action, action } from "./action.ts";
import { parsed } from "./input.ts";

/**
 * An action for whoever sits before a page of ours, signed in or not.
 * @param work throws a `Refusal` for a "no"
 */
export function publicAction<S extends z.ZodType, T>(
  schema: S,
  work: (input: z.output<S>) => Promise<T>,
): Action<z.input<S>, T> {
  return action("publicAction", (said) => work(parsed(schema, said())));
}
