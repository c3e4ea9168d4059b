import { archivePath } from "#features/addresses/lists.ts";
import type { Dated } from "#features/reading/lists.ts";
import { say } from "#features/reading/words.ts";
import { aboveDate, dateName } from "./archive-words.ts";
import { Bar } from "./bar.tsx";
import { inFigures } from "./count.ts";
import { ListHead } from "./list-view.tsx";

/** The years of the archive, or the months of a year, each with how many articles there are, and how that is beside the others. */
export function ArchiveView({ date, parts }: { date: string; parts: Dated[] }) {
  const most = Math.max(1, ...parts.map(({ listed }) => listed));
  return (
    <div className="listing">
      <ListHead title={dateName(date)} above={aboveDate(date)}>
        <p className="list-intro">{say(parts.length === 0 ? "nothingYet" : "archive.intro")}</p>
      </ListHead>
      <ul className="dates">
        {parts.map((part) => (
          <li key={part.date}>
            <a href={archivePath(part.date)}>
              {dateName(part.date)} <span className="count">{say("articles", { count: inFigures(part.listed) })}</span>
              <Bar share={part.listed / most} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** A month as a calendar: a day with articles leads to them. */
export function ArchiveMonth({ month, days }: { month: string; days: Dated[] }) {
  const listed = new Map(days.map((day) => [day.date, day.listed]));
  return (
    <div className="listing">
      <ListHead title={dateName(month)} above={aboveDate(month)} />
      <table className="calendar">
        <caption className="unseen">{say("archive.calendar", { month: dateName(month) })}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((day) => (
              <th key={day} scope="col" aria-label={say(`weekdays.${day}`)}>
                {say(`weekdaysShort.${day}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, at) => (
                <td key={WEEKDAYS[at]}>{day === null ? null : <Day date={day} listed={listed.get(day) ?? 0} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Day({ date, listed }: { date: string; listed: number }) {
  const day = Number(date.slice(-2));
  if (listed === 0) return <span className="day">{day}</span>;
  return (
    <a className="day" href={archivePath(date)}>
      {/* In a list of links "5 2 bài" would be two numbers. */}
      <span className="unseen">{say("archive.dayIs")} </span>
      {day}
      <span className="unseen">,</span> <span className="count">{say("articles", { count: inFigures(listed) })}</span>
    </a>
  );
}

/** The weeks of a month from Monday on, each of seven days; null where a day is of another month. */
function weeksOf(month: string): (string | null)[][] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const first = new Date(Date.UTC(year, number - 1, 1));
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const before = (first.getUTCDay() + 6) % 7;
  const days = Array.from({ length: Math.ceil((before + last) / 7) * 7 }, (_, at) => {
    const day = at - before + 1;
    return day < 1 || day > last ? null : `${month}-${String(day).padStart(2, "0")}`;
  });
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}
