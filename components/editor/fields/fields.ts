import type { ArticleContent } from "#features/kinds/article.ts";
import { isEmptyBody } from "#features/text/plain.ts";
import type { FieldsOf } from "../props.ts";

export type Fields = FieldsOf<"article">;

export type FieldProps = { fields: Fields; onChange: (change: Partial<Fields>) => void; readOnly: boolean };

/** Nobody has written anything yet. */
export function isBlank({ kicker, headline, standfirst, body }: ArticleContent): boolean {
  return `${kicker}${headline}${standfirst}`.trim() === "" && isEmptyBody(body);
}
