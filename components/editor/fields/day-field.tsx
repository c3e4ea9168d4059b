import { useState } from "react";
import { isPaperDay } from "#features/kinds/paper.ts";
import { startOfDay, weekdayOf } from "#lib/dates.ts";
import { FieldFrame, INPUT } from "./field-frame.tsx";

type Props = {
  /** Of the text's field. */
  name: string;
  label: string;
  hint?: string | undefined;
  /** As yyyy-mm-dd. */
  day: string | null;
  required?: boolean;
  readOnly: boolean;
  /** A day, or null where what is typed is none yet. */
  onMeant: (day: string | null) => void;
};

/**
 * A day, by the browser's own field, which may put month and day in another order than people here: below it the day is said back. What
 * is typed half way stays there, and is no day.
 */
export function DayField({ name, label, hint, day, required = false, readOnly, onMeant }: Props) {
  const [typed, setTyped] = useState(day ?? "");
  return (
    <div data-field={name}>
      <FieldFrame label={label} hint={isPaperDay(typed) ? weekdayOf(startOfDay(typed)) : hint} required={required}>
        {(ids) => (
          <input
            {...ids}
            type="date"
            className={INPUT}
            value={typed}
            min="1800-01-01"
            max="2999-12-31"
            readOnly={readOnly}
            onChange={({ target: { value } }) => {
              setTyped(value);
              onMeant(isPaperDay(value) ? value : null);
            }}
          />
        )}
      </FieldFrame>
    </div>
  );
}
