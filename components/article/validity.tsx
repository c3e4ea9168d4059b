import { LASTS_UNTIL } from "#features/reading/lasts.ts";
import { say } from "#features/reading/words.ts";
import { isoOf, momentInWords } from "#lib/dates.ts";

/** Until when a notice holds, or that it holds no more: the page is kept no longer than the words are true. */
export function Validity({ endsAt }: { endsAt: Date | null }) {
  if (endsAt === null) return null;
  const isOver = endsAt <= new Date();
  const said = { moment: momentInWords(endsAt) };
  return (
    <p className={isOver ? "validity over" : "validity"} {...(isOver ? {} : lasting(endsAt))}>
      <time dateTime={isoOf(endsAt)}>{isOver ? say("valid.over", said) : say("valid.until", said)}</time>
    </p>
  );
}

/** The same in a list, where it is said of what is over alone. @param now of which hour the list is */
export function OverMark({ endsAt, now }: { endsAt: Date | null; now: Date }) {
  if (endsAt === null) return null;
  return endsAt <= now ? <span className="over-mark">{say("valid.mark")}</span> : <span {...lasting(endsAt)} />;
}

const lasting = (endsAt: Date) => ({ [LASTS_UNTIL]: endsAt.toISOString() });
