import { inFigures } from "#components/site/count.ts";
import { Dated } from "#components/site/dated.tsx";
import type { LiveArticle } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import { dayOf, isoOf, momentInWords, timeOf } from "#lib/dates.ts";

/** "Ngày đăng 23/06/2021 | 10:27 | Lượt xem: 1.265", and when the text was replaced since. */
export function DateLine({ article: { shownAt, updatedAt, views } }: { article: LiveArticle }) {
  return (
    <p className="date-line">
      {shownAt === null ? (
        say("notPublished")
      ) : (
        <time dateTime={isoOf(shownAt)}>{say("date", { day: dayOf(shownAt), time: timeOf(shownAt) })}</time>
      )}
      {views === null ? null : (
        <>
          {" | "}
          <span className="views">{say("views", { views: inFigures(views) })}</span>
        </>
      )}
      {updatedAt === null ? null : (
        <Dated className="updated" at={updatedAt} said={say("updated", { moment: momentInWords(updatedAt) })} />
      )}
    </p>
  );
}
