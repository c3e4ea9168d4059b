import type { ReactNode } from "react";
import { FieldFrame, INPUT } from "./field-frame.tsx";

type Props = {
  /** Of the text's field: a gap leads here. */
  name?: string;
  /** What the focus of a row looks for. */
  control?: string;
  label: string;
  hint?: ReactNode;
  problem?: string | null;
  required?: boolean;
  value: string | number;
  readOnly?: boolean;
  onChoose: (value: string) => void;
  /** What there is to choose from. */
  children: ReactNode;
};

/** A field in which one of several is chosen. */
export function ChoiceField({ control, value, readOnly = false, onChoose, children, ...around }: Props) {
  return (
    <FieldFrame {...around}>
      {(ids) => (
        <select
          {...ids}
          data-control={control}
          className={INPUT}
          value={value}
          disabled={readOnly}
          onChange={(event) => onChoose(event.target.value)}
        >
          {children}
        </select>
      )}
    </FieldFrame>
  );
}
