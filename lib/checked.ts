import type { z } from "zod";
import { vi } from "zod/locales";

const { localeError } = vi();

/** What is wrong with the fields of a form: a sentence each, by their names. */
export type Problems = Readonly<Partial<Record<string, string>>>;

/** What a schema makes of what was filled in or sent; its own sentences go before the general ones, which are Vietnamese. */
export function checked<S extends z.ZodType>(schema: S, input: unknown): z.ZodSafeParseResult<z.output<S>> {
  return schema.safeParse(input, { error: localeError });
}

/** What is wrong with a form, the first sentence of each field. Nothing: it may be sent. */
export function problemsIn(schema: z.ZodType, fields: Record<string, unknown>): Problems {
  const result = checked(schema, fields);
  return result.success ? {} : problemsOf(result.error);
}

/** The same of a check that has failed. What is wrong with the whole is no field's. */
export function problemsOf({ issues }: z.ZodError): Problems {
  const found: Record<string, string> = {};
  for (const { path, message } of issues) if (path.length > 0) found[String(path[0])] ??= message;
  return found;
}
