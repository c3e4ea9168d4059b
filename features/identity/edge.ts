import type { z } from "zod";
import { foundNoConnection, hasNoRoom, isOutage } from "#db/outage.ts";
import { checked, problemsOf } from "#lib/checked.ts";
import type { Outcome } from "#lib/outcome.ts";
import { warnings } from "#lib/readiness.ts";
import { Refusal, slowDown } from "#lib/refusal.ts";

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

/** What a person is told of what was thrown: a "no", that all are busy, or that the database is away. Null for a bug. */
export async function refusalOf(error: unknown): Promise<Refusal | null> {
  if (error instanceof Refusal) return error;
  if (!isOutage(error)) return null;
  if (foundNoConnection(error)) return slowDown({ cause: error });
  const sentence =
    hasNoRoom(error) || (await warnings()).some((why) => why.startsWith("disk: full")) ? DISK_FULL : AWAY;
  return new Refusal("unavailable", sentence, { cause: error });
}

const DISK_FULL =
  "Ổ đĩa của máy chủ đã đầy, chưa lưu được gì thêm. Hãy giữ trang này mở và báo ngay người quản trị hệ thống.";
const AWAY = "Cơ sở dữ liệu của máy chủ chưa trả lời. Hãy giữ trang này mở và thử lại sau ít phút.";

/**
 * Inside, a "no" is thrown, which rolls a transaction back; at the edge it becomes a value, and so does an outage. Bugs
 * stay thrown.
 */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const refusal = await refusalOf(error);
    if (refusal) {
      const { code, sentence, fields } = refusal;
      return { ok: false, code, sentence, ...(fields && { fields }) };
    }
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
