import type { GoneArticle, Site } from "#features/reading/types.ts";
import { dayInWords } from "#lib/dates.ts";
import { NoticeView } from "./notice-view.tsx";
import { say } from "./words.ts";

/** Fixed sentences and, where the reason lets it, the article's name: no other withdrawn words, and no free words of ours. */
export function GoneView({ gone, site }: { gone: GoneArticle; site: Site }) {
  return (
    <NoticeView title={say("gone.title")}>
      <p>
        {gone.headline === null
          ? say("gone.sentence", { day: dayInWords(gone.withdrawnAt) })
          : say("gone.named", { headline: gone.headline, day: dayInWords(gone.withdrawnAt) })}{" "}
        {say(`gone.${gone.reason}`)}
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
