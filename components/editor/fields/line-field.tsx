import type { ComponentProps, ReactNode } from "react";
import { FieldFrame, INPUT } from "./field-frame.tsx";
import { useTooLong } from "./too-long.ts";

type Props = {
  /** Of the text's field: a gap leads here. */
  name: string;
  label: string;
  value: string;
  /** Longest text, in UTF-16 units. */
  most: number;
  hint?: ReactNode;
  required?: boolean;
  onType: (words: string) => void;
} & Pick<ComponentProps<"input">, "readOnly" | "inputMode" | "autoComplete">;

/** A field of one line. */
export function LineField({ name, label, value, most, hint, required, onType, ...rest }: Props) {
  const tooLong = useTooLong();
  return (
    <div data-field={name}>
      <FieldFrame label={label} hint={hint} required={required} problem={tooLong(label, value, most)}>
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
    </div>
  );
}
