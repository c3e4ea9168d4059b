import type { KindName } from "#features/kinds/kinds.ts";
import type terms from "#messages/vi/terms.json";

/** The fields of all kinds, as they are labelled. */
export type FieldName = keyof typeof terms.fields;

/** Fields that are called otherwise than those of the same name: a page that stands for itself has an address, and no article's. */
const OTHERWISE: Partial<Record<KindName, Readonly<Record<string, FieldName>>>> = {
  page: { slug: "pageSlug" },
  paper: { slug: "paperSlug" },
  topic: { title: "topicTitle", slug: "topicSlug" },
  week: { title: "weekTitle", slug: "weekSlug" },
  translation: {
    ...{ title: "translationTitle", standfirst: "translationStandfirst" },
    ...{ slug: "translationSlug", aiLabel: "translationAiLabel" },
  },
  front: { title: "frontTitle", sectionId: "frontSectionId" },
};

/** The label of a field, as a key under `terms.fields`. */
export function fieldKey(kind: KindName, field: string): FieldName {
  return OTHERWISE[kind]?.[field] ?? (field as FieldName);
}
