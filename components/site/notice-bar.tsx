import { momentIn } from "#features/kinds/hour.ts";
import { LASTS_UNTIL } from "#features/reading/lasts.ts";
import type { Site } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";

/** What a site tells everybody, above everything else, until its hour: the page is kept no longer than that. */
export function NoticeBar({ notice: { words, until }, now }: { notice: Site["notice"]; now: Date }) {
  const ends = momentIn(until);
  if (words === "" || ends === null || ends <= now) return null;
  return (
    <aside className="notice-bar" aria-label={say("notice")} {...{ [LASTS_UNTIL]: ends.toISOString() }}>
      <p className="sheet">{words}</p>
    </aside>
  );
}
