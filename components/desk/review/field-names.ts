import type { KindName } from "#features/kinds/kinds.ts";
import type terms from "#messages/vi/terms.json";

/** The fields of all kinds, as they are labelled. */
export type FieldName = keyof typeof terms.fields;

/** The label of a field, as a key under `terms.fields`: the address of a page or a paper is no article's. */
export function fieldKey(kind: KindName, field: string): FieldName {
  if (field !== "slug") return field as FieldName;
  return kind === "page" ? "pageSlug" : kind === "paper" ? "paperSlug" : "slug";
}
