import { useTranslations } from "next-intl";
import { useState } from "react";
import { isHour, WEEK_LIMITS } from "#features/kinds/week.ts";
import { clockSaid } from "#lib/hours.ts";
import { FieldFrame, INPUT } from "../fields/field-frame.tsx";

type Props = {
  label: string;
  /** What a row's focus looks for. */
  control: string;
  /** "07:30", "", or what was typed and is no hour. */
  clock: string;
  readOnly: boolean;
  onMeant: (clock: string) => void;
};

/**
 * An hour as people here write it ("7h30"), said back as a clock shows it. What is typed stays as it is until another text stands
 * here; what cannot be understood is kept as it was typed, and said to be no hour.
 */
export function ClockField({ label, control, clock, readOnly, onMeant }: Props) {
  const t = useTranslations("editor.week");
  const [typed, setTyped] = useState({ words: clock, meant: clock });
  const words = typed.meant === clock ? typed.words : clock;
  const isBad = clock !== "" && !isHour(clock);
  return (
    <FieldFrame
      label={label}
      hint={isHour(clock) && words.trim() !== clock ? clock : undefined}
      problem={isBad ? t("clockBad") : null}
    >
      {(ids) => (
        <input
          {...ids}
          data-control={control}
          className={INPUT}
          value={words}
          autoComplete="off"
          placeholder={readOnly ? undefined : t("clockForm")}
          maxLength={WEEK_LIMITS.hour}
          readOnly={readOnly}
          onChange={({ target: { value } }) => {
            const meant = clockSaid(value) ?? value.trim();
            setTyped({ words: value, meant });
            onMeant(meant);
          }}
        />
      )}
    </FieldFrame>
  );
}
