import { useTranslations } from "next-intl";
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
 * is typed half way stays there, and is no day: browsers hand nobody any of it, so that it cannot be kept, and is said instead.
 */
export function DayField({ name, label, hint, day, required = false, readOnly, onMeant }: Props) {
  const t = useTranslations("editor.fields");
  const [typed, setTyped] = useState(day ?? "");
  const [isHalf, setHalf] = useState(false);
  return (
    <FieldFrame
      {...{ name, label, required }}
      hint={isPaperDay(typed) ? weekdayOf(startOfDay(typed)) : hint}
      problem={isHalf ? t("halfDay") : null}
    >
      {(ids) => (
        <input
          {...ids}
          type="date"
          className={INPUT}
          value={typed}
          min="1800-01-01"
          max="2999-12-31"
          readOnly={readOnly}
          onBlur={({ target: { validity } }) => setHalf(validity.badInput || (typed !== "" && !isPaperDay(typed)))}
          onChange={({ target: { value } }) => {
            setHalf(false);
            setTyped(value);
            onMeant(isPaperDay(value) ? value : null);
          }}
        />
      )}
    </FieldFrame>
  );
}
