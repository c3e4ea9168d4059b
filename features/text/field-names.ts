import type { z } from "zod";
import terms from "#messages/vi/terms.json" with { type: "json" };

/** What the fields of a text are called in sentences. */
const FIELD_NAMES: Readonly<Record<string, string>> = terms.fields;

/** The first thing that is wrong with the shape of a text, as one sentence that names the field. */
export function badShape(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return "Nội dung không đọc được.";
  if (issue.code === "custom") return issue.message;
  const place = fieldName(issue.path);
  if (issue.code === "unrecognized_keys")
    return `${place} có trường không được dùng (“${(issue.keys[0] ?? "").slice(0, LONGEST_NAME)}”).`;
  if (issue.code === "too_big" && issue.origin === "array") return `${place}: nhiều quá ${issue.maximum} mục.`;
  if (issue.code === "too_big" && issue.origin === "string") return `${place} dài quá ${issue.maximum} ký tự.`;
  return `${place} có giá trị không dùng được.`;
}

/** As much of a name that nobody of us has given as a sentence bears. */
const LONGEST_NAME = 40;

function fieldName(path: readonly PropertyKey[]): string {
  const [field, , index] = path;
  const name = FIELD_NAMES[String(field)] ?? "Nội dung";
  return field === "byline" && typeof index === "number" ? `${name} thứ ${index + 1}` : name;
}
