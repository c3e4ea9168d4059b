import type { GoneDocument, Site } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import { dayInWords } from "#lib/dates.ts";
import { NoticeView } from "./notice-view.tsx";

/** Fixed sentences and, where the reason lets it, the article's or page's name: no other withdrawn words, and no free words of ours. */
export function GoneView({ gone, site }: { gone: GoneDocument; site: Site }) {
  const { kind } = gone;
  return (
    <NoticeView title={say("gone.title", { kind })}>
      <p>
        {gone.headline === null
          ? say("gone.sentence", { kind, day: dayInWords(gone.withdrawnAt) })
          : say("gone.named", { kind, headline: gone.headline, day: dayInWords(gone.withdrawnAt) })}{" "}
        {say(`gone.${gone.reason}`, { kind })}
      </p>
      {gone.mergedInto === null ? null : (
        <p>
          {say("gone.readInstead", { kind })} <a href={gone.mergedInto.path}>{gone.mergedInto.headline}</a>
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
