import type { z } from "zod";
import { requireStaff, type Staff } from "#features/sessions/actor.ts";
import { type Action, action } from "./action.ts";
import { parsed } from "./input.ts";

/**
 * The only way to make a desk action: there is no form of it without a signed-in person, nor for pages of others.
 * @param schema what comes in; a form's values are text, so numbers need `z.coerce`
 * @param work throws a `Refusal` for a "no"
 */
export function staffAction<S extends z.ZodType, T>(
  schema: S,
  work: (staff: Staff, input: z.output<S>) => Promise<T>,
): Action<z.input<S>, T> {
  return action("staffAction", async (said) => {
    const staff = await requireStaff();
    return work(staff, parsed(schema, said()));
  });
}
