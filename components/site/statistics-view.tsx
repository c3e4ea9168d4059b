import { LASTS_UNTIL } from "#features/reading/lasts.ts";
import type { Read, Statistics } from "#features/reading/statistics.ts";
import { say } from "#features/reading/words.ts";
import { momentInWords } from "#lib/dates.ts";
import { inDigits } from "./archive-words.ts";
import { Bar } from "./bar.tsx";
import { inFigures } from "./count.ts";
import { Dated } from "./dated.tsx";
import { ListHead } from "./list-view.tsx";

/** How often the site was read, in figures that a table says and bars show. */
export function StatisticsView({ statistics }: { statistics: Statistics }) {
  const { days, months, all, imported, mostRead, until } = statistics;
  return (
    <div className="listing statistics" {...{ [LASTS_UNTIL]: until.toISOString() }}>
      <ListHead title={say("statistics.title")}>
        <p className="list-intro">
          {say("statistics.intro")}{" "}
          <Dated at={until} said={say("statistics.until", { moment: momentInWords(until) })} />
        </p>
      </ListHead>
      <dl className="totals">
        <div>
          <dt>{say("statistics.today")}</dt>
          <dd>{inFigures(days[0]?.views ?? 0)}</dd>
        </div>
        <div>
          <dt>{say("statistics.all")}</dt>
          <dd>{inFigures(all)}</dd>
        </div>
        {imported === 0 ? null : (
          <div>
            <dt>{say("statistics.imported")}</dt>
            <dd>{inFigures(imported)}</dd>
          </div>
        )}
      </dl>
      {mostRead.map(({ hours, cards }) => (
        <section key={hours}>
          <h2>{say(hours === 24 ? "statistics.mostReadInADay" : "statistics.mostReadInAWeek")}</h2>
          {cards.length === 0 ? (
            <p>{say("statistics.nobody")}</p>
          ) : (
            <ol className="most-read">
              {cards.map(({ number, path, headline, views }) => (
                <li key={number}>
                  <a href={path}>{headline}</a>{" "}
                  <span className="count">{say("statistics.times", { views: inFigures(views) })}</span>
                </li>
              ))}
            </ol>
          )}
        </section>
      ))}
      <Figures id="theo-ngay" title={say("statistics.days")} head={say("statistics.day")} rows={days} />
      <Figures id="theo-thang" title={say("statistics.months")} head={say("statistics.month")} rows={months} />
    </div>
  );
}

function Figures({ id, title, head, rows }: { id: string; title: string; head: string; rows: Read[] }) {
  const most = Math.max(1, ...rows.map(({ views }) => views));
  return (
    <section>
      <h2 id={id}>{title}</h2>
      <table className="figures" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{say("statistics.views")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ date, views }) => (
            <tr key={date}>
              <th scope="row">{inDigits(date)}</th>
              <td>
                <span className="figure">{inFigures(views)}</span>
                <Bar share={views / most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
