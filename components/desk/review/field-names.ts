import type { KindName } from "#features/kinds/kinds.ts";
import type terms from "#messages/vi/terms.json";

/** The fields of all kinds, as they are labelled. */
export type FieldName = keyof typeof terms.fields;

/** The label of a field, as a key under `terms.fields`: a page that stands for itself has an address, and no article's. */
export function fieldKey(kind: KindName, field: string): FieldName {
  return (kind === "page" && field === "slug" ? "pageSlug" : field) as FieldName;
}
