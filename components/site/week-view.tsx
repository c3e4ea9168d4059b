import type { ReactNode } from "react";
import { weeksPath } from "#features/addresses/lists.ts";
import { DAYS, type Entry, inOrder, isHour } from "#features/kinds/week.ts";
import { LASTS_UNTIL } from "#features/reading/lasts.ts";
import type { LiveWeek, WeekLink, WeekNow, WeeksBeside } from "#features/reading/types.ts";
import { lastsOn, stateOfEntry, timeOfEntry } from "#features/reading/week-words.ts";
import { say } from "#features/reading/words.ts";
import { dayInWords, daysAfter, isoOn, momentInWords, startOfDay, weekdayNameOf } from "#lib/dates.ts";
import { Dated } from "./dated.tsx";
import { ListHead } from "./list-view.tsx";

type Props = {
  week: LiveWeek;
  /** As yyyy-mm-dd. */
  today: string;
  /** Absent for staff, who sign the week and not its neighbours. */
  beside?: WeeksBeside;
  /** It is the page of the week that it is, which another one follows. */
  isNow?: boolean;
  /** What readers do with it. */
  tools?: ReactNode;
};

const WEEKS = { words: say("weeks.title"), path: weeksPath };

/** The calendar of a week as readers see it, day after day. The desk shows one under review the same way. */
export function WeekView({ week: { content, updatedAt }, today, beside, isNow = false, tools = null }: Props) {
  const { title, monday, note, entries } = content;
  if (monday === null) return <div className="listing week" />;
  const until = lastsOn(today, monday);
  const ordered = inOrder(entries);
  const days = DAYS.map((day) => ({
    day,
    date: daysAfter(monday, day - 1),
    of: ordered.filter((one) => one.day === day),
  }));
  const shown = days.filter(({ of, date }) => of.length > 0 || date === today);
  return (
    <div className="listing week" {...(until === null ? {} : { [LASTS_UNTIL]: until.toISOString() })}>
      <ListHead title={title} above={isNow ? [] : [WEEKS]}>
        {updatedAt === null ? null : (
          <p className="week-updated">
            <Dated at={updatedAt} said={say("updated", { moment: momentInWords(updatedAt) })} />
          </p>
        )}
        {beside === undefined ? null : <Beside {...{ beside }} />}
        {shown.some(({ date }) => date === today) && shown[0]?.date !== today ? (
          <p className="week-today">
            <a href={`#${TODAY}`}>{say("weeks.toToday")}</a>
          </p>
        ) : null}
        {tools}
      </ListHead>
      {note === "" ? null : <p className="week-note">{note}</p>}
      {shown.map(({ day, date, of }) => (
        <section key={day} className="week-day" aria-labelledby={`ngay-${day}`}>
          <h2 id={`ngay-${day}`}>
            <span {...(date === today ? { id: TODAY } : {})}>{weekdayNameOf(day)}</span>{" "}
            <time dateTime={date}>{dayInWords(startOfDay(date))}</time>
            {date === today ? (
              <>
                {" "}
                <strong>{say("weeks.today")}</strong>
              </>
            ) : null}
          </h2>
          {of.length === 0 ? <p className="week-nothing">{say("weeks.nothingToday")}</p> : null}
          {of.length === 0 ? null : (
            <ol>
              {of.map((entry) => (
                <EntryItem key={entry.id} {...{ entry, date }} />
              ))}
            </ol>
          )}
        </section>
      ))}
      {beside === undefined ? null : <YearOfWeeks {...{ beside }} here={content.slug} />}
    </div>
  );
}

/** What an anchor leads to: the day that it is. */
const TODAY = "hom-nay";

type NoWeek = Pick<WeekNow, "monday" | "taken"> & { beside: WeeksBeside };

/** The page of a week of which readers have no calendar: that it is awaited, looked over or taken down, and where the others are. */
export function NoWeekView({ monday, taken, beside }: NoWeek) {
  const [first, last] = [monday, daysAfter(monday, 6)].map((day) => dayInWords(startOfDay(day)));
  const { before, after, ofYear, yearBefore, yearAfter } = beside;
  const hasAny = ofYear.length > 0 || yearBefore !== null || yearAfter !== null;
  return (
    <div className="listing week" {...{ [LASTS_UNTIL]: startOfDay(daysAfter(monday, 7)).toISOString() }}>
      <ListHead title={say("weeks.title")}>
        <p className="list-intro">
          {say("weeks.none", { first: first ?? "", last: last ?? "", why: taken ?? "awaited" })}
        </p>
      </ListHead>
      {before === null && after === null ? null : (
        <ul className="week-others">
          {before === null ? null : (
            <li>
              <a href={before.path}>{say("weeks.last", named(before))}</a>
            </li>
          )}
          {after === null ? null : (
            <li>
              <a href={after.path}>{say("weeks.coming", named(after))}</a>
            </li>
          )}
        </ul>
      )}
      {hasAny ? <YearOfWeeks {...{ beside }} here="" /> : null}
    </div>
  );
}

function EntryItem({ entry, date }: { entry: Entry; date: string }) {
  const { when, from, leaders, what, place, others, prepares, state } = entry;
  const said = stateOfEntry(entry);
  const time = timeOfEntry(entry);
  return (
    <li className={`week-entry ${state}`}>
      <p className="week-time">
        {when === "at" && isHour(from) ? <time dateTime={isoOn(date, from)}>{time}</time> : time}
      </p>
      <div>
        {said === null ? null : <p className="week-state">{said}</p>}
        <p className="week-what">{state === "cancelled" ? <s>{what}</s> : what}</p>
        <dl>
          <Fact name={say("weeks.leaders")}>{leaders}</Fact>
          <Fact name={say("weeks.place")}>{place}</Fact>
          <Fact name={say("weeks.others")} isBeside>
            {others}
          </Fact>
          <Fact name={say("weeks.prepares")} isBeside>
            {prepares}
          </Fact>
        </dl>
      </div>
    </li>
  );
}

/** @param isBeside on a wide window it stands in the second column */
function Fact({ name, isBeside = false, children }: { name: string; isBeside?: boolean; children: ReactNode }) {
  if (children === "") return null;
  return (
    <div className={isBeside ? "beside" : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The nearest weeks of which there is a calendar. */
function Beside({ beside: { before, after } }: { beside: WeeksBeside }) {
  if (before === null && after === null) return null;
  return (
    <nav className="pages" aria-label={say("weeks.beside")}>
      {before === null ? null : (
        <a href={before.path} rel="prev">
          {say("weeks.before", named(before))}
        </a>
      )}
      {after === null ? null : (
        <a href={after.path} rel="next">
          {say("weeks.after", named(after))}
        </a>
      )}
    </nav>
  );
}

/** All weeks of a year, and the way to other years. */
function YearOfWeeks({ beside, here }: { beside: WeeksBeside; here: string }) {
  const { year, ofYear, yearBefore, yearAfter } = beside;
  return (
    <details className="week-year">
      <summary>{say("weeks.year", { year: String(year) })}</summary>
      {ofYear.length === 0 ? <p>{say("weeks.noneInYear")}</p> : null}
      <ul>
        {ofYear.toReversed().map((one) => (
          <li key={one.slug}>
            <a href={one.path} {...(one.slug === here ? { "aria-current": "page" as const } : {})}>
              {say("weeks.oneOfYear", named(one))}
            </a>
          </li>
        ))}
      </ul>
      <ul>
        {[yearBefore, yearAfter].flatMap((one) =>
          one === null
            ? []
            : [
                <li key={one.slug}>
                  <a href={one.path}>{say("weeks.otherYear", { year: String(one.year) })}</a>
                </li>,
              ],
        )}
      </ul>
    </details>
  );
}

const named = ({ number, monday }: WeekLink) => ({
  number: String(number),
  first: dayInWords(startOfDay(monday)),
  last: dayInWords(startOfDay(daysAfter(monday, 6))),
});
