import type terms from "#messages/vi/terms.json";

/** The fields of all kinds, as they are labelled. */
export type FieldName = keyof typeof terms.fields;
