import type { z } from "zod";
import { checked, problemsOf } from "#lib/checked.ts";
import { Refusal } from "#lib/refusal.ts";

/**
 * Checks what came in from outside.
 * @throws {Refusal} `bad_input` with the first problem, and with the first of each field
 */
export function parsed<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = checked(schema, input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  // What is no form at all has no field to speak of, and the types of our program are nobody's business.
  const about = issue === undefined || issue.path.length === 0 ? "Dữ liệu gửi lên không hợp lệ." : issue.message;
  throw new Refusal("bad_input", about, { fields: problemsOf(result.error) });
}

/** The fields of a form: a name that stands several times becomes a list; what Next adds for itself is left out. */
export function fieldsOf(input: unknown): unknown {
  if (!(input instanceof FormData)) return input;
  const fields: Record<string, unknown> = {};
  for (const name of new Set(input.keys())) {
    if (name.startsWith("$ACTION_")) continue;
    const values = input.getAll(name);
    fields[name] = values.length === 1 ? values[0] : values;
  }
  return fields;
}
