import type { ComponentProps, ReactNode } from "react";
import { FieldFrame, INPUT } from "./field-frame.tsx";
import { useTooLong } from "./too-long.ts";

type Props = {
  /** Of the text's field: a gap leads here. */
  name?: string;
  label: string;
  value: string;
  /** Longest text, in UTF-16 units. */
  most: number;
  hint?: ReactNode;
  required?: boolean;
  onType: (words: string) => void;
};

type LineProps = Props &
  Pick<ComponentProps<"input">, "readOnly" | "inputMode" | "autoComplete" | "type" | "placeholder">;

/** A field of one line. */
export function LineField({ name, label, value, most, hint, required, onType, ...rest }: LineProps) {
  const problem = useTooLong()(label, value, most);
  return (
    <FieldFrame {...{ name, label, hint, required, problem }}>
      {(ids) => (
        <input
          {...ids}
          {...rest}
          className={INPUT}
          value={value}
          required={required}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}

type LinesProps = Props & { rows: number; readOnly: boolean };

/** A field of several lines. */
export function LinesField({ name, label, value, most, hint, required, onType, ...rest }: LinesProps) {
  const problem = useTooLong()(label, value, most);
  return (
    <FieldFrame {...{ name, label, hint, required, problem }}>
      {(ids) => (
        <textarea {...ids} {...rest} className={INPUT} value={value} onChange={(event) => onType(event.target.value)} />
      )}
    </FieldFrame>
  );
}
