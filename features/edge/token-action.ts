import { z } from "zod";
import { type Action, action } from "./action.ts";
import { parsed } from "./input.ts";

/** Longer than any secret of ours. */
const Held = z.object({ token: z.string().max(400) });

/** What is said: the secret, and what the schema sees, if it sees anything. */
type Said<S extends z.ZodObject> = z.input<typeof Held> &
  (z.input<S> extends Record<string, never> ? unknown : z.input<S>);

/**
 * An action for whoever holds a secret of ours, as the holder of a one-time link does: nobody is signed in, and the secret is
 * what lets them in.
 * @param schema what comes beside the secret
 * @param work is given the secret apart from the rest, so that it goes no further with it, and throws a `Refusal` when it opens nothing
 */
export function tokenAction<S extends z.ZodObject, T>(
  schema: S,
  work: (token: string, input: z.output<S>) => Promise<T>,
): Action<Said<S>, T> {
  return action("tokenAction", async (said) => {
    const fields = said();
    const { token } = parsed(Held, fields);
    return work(token, parsed(schema, fields));
  });
}
