import type { Content } from "#features/text/content.ts";
import { isEmptyBody } from "#features/text/plain.ts";

/** Everything of a text but its body, which the rich-text editor holds. */
export type Fields = Omit<Content, "version" | "body">;

export type FieldProps = { fields: Fields; onChange: (change: Partial<Fields>) => void; readOnly: boolean };

export function fieldsOf({ version: _version, body: _body, ...fields }: Content): Fields {
  return fields;
}

/** Nobody has written anything yet. */
export function isBlank({ kicker, headline, standfirst, body }: Content): boolean {
  return `${kicker}${headline}${standfirst}`.trim() === "" && isEmptyBody(body);
}
