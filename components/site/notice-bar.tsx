import { momentIn } from "#features/kinds/hour.ts";
import { LASTS_UNTIL } from "#features/reading/lasts.ts";
import type { Site } from "#features/reading/types.ts";

type Props = {
  notice: Site["notice"];
  now: Date;
  /** What such a bar is called. */
  name: string;
  /** In which language it is written, where the page is in another one. */
  lang?: "vi" | undefined;
};

/** What a site tells everybody, above everything else, until its hour: the page is kept no longer than that. */
export function NoticeBar({ notice: { words, until }, now, name, lang }: Props) {
  const ends = momentIn(until);
  if (words === "" || ends === null || ends <= now) return null;
  return (
    <aside className="notice-bar" aria-label={name} {...{ [LASTS_UNTIL]: ends.toISOString() }}>
      <p className="sheet" lang={lang}>
        {words}
      </p>
    </aside>
  );
}
