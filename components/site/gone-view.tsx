import type { GoneArticle, Site } from "#features/reading/types.ts";
import { dayInWords } from "#lib/dates.ts";
import { NoticeView } from "./notice-view.tsx";
import { say } from "./words.ts";

/** Fixed sentences only: nothing of the withdrawn words, and no free words of ours. */
export function GoneView({ gone, site }: { gone: GoneArticle; site: Site }) {
  return (
    <NoticeView title={say("gone.title")}>
      <p>
        {say("gone.sentence", { day: dayInWords(gone.withdrawnAt) })} {say(`gone.${gone.reason}`)}
      </p>
      {gone.mergedInto === null ? null : (
        <p>
          {say("gone.readInstead")} <a href={gone.mergedInto.path}>{gone.mergedInto.headline}</a>
        </p>
      )}
      {site.email === "" ? null : (
        <p>
          {say("gone.contact")} <a href={`mailto:${site.email}`}>{site.email}</a>
        </p>
      )}
    </NoticeView>
  );
}
