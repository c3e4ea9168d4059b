import type { z } from "zod";
import { vi } from "zod/locales";
import type { Outcome } from "#lib/outcome.ts";
import { Refusal } from "#lib/refusal.ts";

const { localeError } = vi();

/**
 * Checks what came in from outside.
 * @throws {Refusal} `bad_input` with the first problem; a schema's own sentence goes before the general one
 */
export function parsed<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input, { error: localeError });
  if (result.success) return result.data;
  throw new Refusal("bad_input", result.error.issues[0]?.message ?? "Dữ liệu gửi lên không hợp lệ.");
}

/** Inside, a "no" is thrown, which rolls a transaction back; at the edge it becomes a value. Bugs stay thrown. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, sentence: error.sentence };
    throw error;
  }
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
