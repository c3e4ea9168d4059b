import { isEnglish } from "#features/addresses/english.ts";
import type { GoneDocument, Site } from "#features/reading/types.ts";
import { sayInEnglish as say } from "#features/reading/words-in-english.ts";
import { dayInEnglish } from "#lib/dates.ts";
import { NoticeView } from "../notice-view.tsx";

/** As in Vietnamese: fixed sentences and, where the reason lets it, what it was called, in the language in which it was. */
export function EnglishGone({ gone, site }: { gone: GoneDocument; site: Site }) {
  // What is gone with it may be Vietnamese, and is called so.
  const lang = gone.kind === "translation" ? "en" : "vi";
  const day = dayInEnglish(gone.withdrawnAt);
  return (
    <NoticeView title={say("gone.title")}>
      <p>
        {gone.headline === null
          ? say("gone.sentence", { day })
          : say.rich("gone.named", {
              day,
              title: gone.headline,
              called: (title) => <span lang={lang}>{title}</span>,
            })}{" "}
        {say(`gone.${gone.reason}`)}
      </p>
      {gone.mergedInto === null ? null : (
        <p>
          {say("gone.readInstead")}{" "}
          <a href={gone.mergedInto.path} lang={isEnglish(gone.mergedInto.path) ? "en" : "vi"}>
            {gone.mergedInto.headline}
          </a>
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
