import type { ArticleContent } from "#features/kinds/article.ts";
import { isEmptyBody } from "#features/text/plain.ts";

/** Everything of a text but its body, which the rich-text editor holds. */
export type Fields = Omit<ArticleContent, "version" | "body">;

export type FieldProps = { fields: Fields; onChange: (change: Partial<Fields>) => void; readOnly: boolean };

export function fieldsOf({ version: _version, body: _body, ...fields }: ArticleContent): Fields {
  return fields;
}

/** Nobody has written anything yet. */
export function isBlank({ kicker, headline, standfirst, body }: ArticleContent): boolean {
  return `${kicker}${headline}${standfirst}`.trim() === "" && isEmptyBody(body);
}
