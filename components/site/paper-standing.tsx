import { type Holds, standingOn, standsUntil } from "#features/kinds/paper-standing.ts";
import { LASTS_UNTIL } from "#features/reading/lasts.ts";
import { say } from "#features/reading/words.ts";
import { dayInWords, startOfDay } from "#lib/dates.ts";

type Props = { today: string; holds: Holds };

/** Whether a paper holds, in a sentence; the page is kept no longer than that is true. */
export function StandingNote({ today, holds }: Props) {
  const { effectiveOn, endsOn } = holds;
  const standing = standingOn(today, holds);
  if (standing === null) return <Lasting {...{ today, holds }} />;
  const day = (one: string | null) => (one === null ? "" : dayInWords(startOfDay(one)));
  const ends = standing !== "ended" && endsOn !== null ? ` ${say("papers.endsOn", { day: day(endsOn) })}` : "";
  const from = standing === "ended" ? endsOn : effectiveOn;
  return (
    <p className={`standing-note ${standing}`} {...lasting(today, holds)}>
      {say(`papers.stands.${standing}`, { day: day(from) })}
      {ends}
    </p>
  );
}

/** The same in a list: two words. */
export function StandingMark({ today, holds }: Props) {
  const standing = standingOn(today, holds);
  if (standing === null) return <Lasting {...{ today, holds }} />;
  return (
    <span className={`standing ${standing}`} {...lasting(today, holds)}>
      {say(`papers.standings.${standing}`)}
    </span>
  );
}

/** Says nothing now, and something later. */
function Lasting({ today, holds }: Props) {
  return standsUntil(today, holds) === null ? null : <span {...lasting(today, holds)} />;
}

function lasting(today: string, holds: Holds) {
  const until = standsUntil(today, holds);
  return until === null ? {} : { [LASTS_UNTIL]: until.toISOString() };
}
