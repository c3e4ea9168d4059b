import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { DayPicker } from "react-day-picker";
import { vi } from "react-day-picker/locale/vi";
import { SelectField } from "#components/ui/field.tsx";
import { clockOf, onDay, ZONE } from "#lib/dates.ts";
import "./hour-picker.css";

type Props = { moment: Date | null; onPick: (moment: Date) => void };

/** Where no hour was said yet. */
const MORNING = { hour: 7, minute: 0 };

/** A month of days, and the hour and minute: days and hours of Việt Nam, wherever the browser is. */
export function HourPicker({ moment, onPick }: Props) {
  const t = useTranslations("desk.press");
  const now = new Date();
  const time = moment === null ? MORNING : clockOf(moment);
  const picker = useRef<HTMLDivElement>(null);
  // Below the fold of a dialog on a phone nobody would see that it came.
  useEffect(() => {
    picker.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const set = (part: Partial<typeof time>) => onPick(onDay(moment ?? now, { ...time, ...part }));
  return (
    <div ref={picker} className="hour-picker space-y-3 rounded-md border border-line p-2">
      <DayPicker
        mode="single"
        required
        locale={vi}
        timeZone={ZONE}
        defaultMonth={moment !== null && moment > now ? moment : now}
        selected={moment ?? undefined}
        disabled={{ before: now }}
        onSelect={(day) => onPick(onDay(day, time))}
      />
      <div className="grid grid-cols-2 gap-2">
        <SelectField
          id="press-hour"
          label={t("hour")}
          value={time.hour}
          onChange={(event) => set({ hour: Number(event.target.value) })}
        >
          {HOURS.map(numberOption)}
        </SelectField>
        <SelectField
          id="press-minute"
          label={t("minute")}
          value={time.minute}
          onChange={(event) => set({ minute: Number(event.target.value) })}
        >
          {[...new Set([...MINUTES, time.minute])].sort((a, b) => a - b).map(numberOption)}
        </SelectField>
      </div>
    </div>
  );
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** Every other minute is typed. */
const MINUTES = Array.from({ length: 12 }, (_, part) => part * 5);

const numberOption = (number: number) => (
  <option key={number} value={number}>
    {String(number).padStart(2, "0")}
  </option>
);
