import type { FieldsOf } from "../props.ts";

export type Fields = FieldsOf<"article">;

export type FieldProps = { fields: Fields; onChange: (change: Partial<Fields>) => void; readOnly: boolean };
