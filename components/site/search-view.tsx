import { OverMark } from "#components/article/validity.tsx";
import { englishPath } from "#features/addresses/english.ts";
import { topicsPath, weeksPath } from "#features/addresses/lists.ts";
import { papersPath } from "#features/addresses/papers.ts";
import { type SearchAsked, searchAddress, sectionPath } from "#features/addresses/public.ts";
import { say } from "#features/reading/words.ts";
import type { Result, Results } from "#features/search/queries.ts";
import type { TreeSection } from "#features/sites/tree.ts";
import { dayOf, isoDayOf, isoOf } from "#lib/dates.ts";
import { Marked } from "./marked.tsx";
import { Pages } from "./pages.tsx";
import { StandingMark } from "./paper-standing.tsx";
import { SearchForm } from "./search-form.tsx";
import { Meant } from "./search-meant.tsx";

type Props = {
  asked: SearchAsked;
  tree: TreeSection[];
  now: Date;
  /** Null before anybody has asked for something; "busy" where the question took too long. */
  found: Results | "busy" | null;
};

/** The page on which readers look for something. What they have typed stands in its field and nowhere else. */
export function SearchView({ asked, tree, now, found }: Props) {
  const thisYear = Number(isoDayOf(now).slice(0, 4));
  return (
    <div className="listing">
      <header className="section-head">
        <h1>{say("search.title")}</h1>
        <SearchForm {...{ asked, tree, thisYear }} />
      </header>
      {found === null ? <Advice /> : found === "busy" ? <Busy /> : <Found {...{ asked, found, now }} />}
    </div>
  );
}

function Found({ asked, found, now }: { asked: SearchAsked; found: Results; now: Date }) {
  const { question, results, count, isMore, isSome, meant, isOfMeant, page, pages } = found;
  if (question.units.length === 0) return <Advice />;
  return (
    <>
      <div className="search-count">
        {isOfMeant && meant !== null ? (
          <Meant says="ofMeant" meant={meant} path={searchAddress({ ...asked, words: meant, page: 1 })} />
        ) : null}
        <p>
          {isSome || count === 0 ? say("search.none") : say(isMore ? "search.moreThan" : "search.count", { count })}
        </p>
        {isSome ? <p>{say("search.some")}</p> : null}
        {question.isCut ? <p>{say("search.cut")}</p> : null}
        {isOfMeant || meant === null ? null : (
          <Meant says="meant" meant={meant} path={searchAddress({ ...asked, words: meant, page: 1 })} />
        )}
        {isMore ? <p>{say("search.narrow")}</p> : null}
      </div>
      {results.length === 0 ? <Advice /> : null}
      {results.map((result) => (
        <ResultItem key={result.number} {...{ result, now }} />
      ))}
      <Pages
        {...{ page, pages }}
        addressOf={(number) => searchAddress({ ...asked, page: number })}
        before={say("search.before")}
        after={say("search.after")}
      />
    </>
  );
}

/** One link, the headline, as in every list. */
function ResultItem({ result, now }: { result: Result; now: Date }) {
  const { path, title, excerpt, section, shownAt, endsAt, holds, isInFile, kind, language } = result;
  // What is in another language than the page says so.
  const lang = language === "vi" ? undefined : language;
  return (
    <article className="card listed">
      <h2>
        <a href={path} lang={lang} hrefLang={lang}>
          <Marked pieces={title} />
        </a>
      </h2>
      <p className="excerpt">
        {isInFile ? <span className="in-file">{say("search.inFile")}</span> : null}
        <span lang={lang}>
          <Marked pieces={excerpt} />
        </span>
      </p>
      <p className="meta">
        {section === null ? null : <a href={sectionPath(section.slug)}>{section.name}</a>}
        {kind === "paper" ? <a href={papersPath}>{say("papers.title")}</a> : null}
        {kind === "topic" ? <a href={topicsPath()}>{say("topics.title")}</a> : null}
        {kind === "week" ? <a href={weeksPath}>{say("weeks.title")}</a> : null}
        {kind === "translation" ? <a href={englishPath()}>{say("search.inEnglish")}</a> : null}
        {kind === "page" ? say("search.aPage") : <time dateTime={isoOf(shownAt)}>{dayOf(shownAt)}</time>}
        <OverMark {...{ endsAt, now }} />
        {holds === null ? null : <StandingMark today={isoDayOf(now)} holds={holds} />}
      </p>
    </article>
  );
}

function Advice() {
  return (
    <div className="search-advice">
      <h2>{say("search.advice.title")}</h2>
      <ul>
        {(["words", "accents", "phrase", "without", "number"] as const).map((one) => (
          <li key={one}>{say(`search.advice.${one}`)}</li>
        ))}
      </ul>
    </div>
  );
}

function Busy() {
  return (
    <div className="search-count">
      <p>{say("search.busy")}</p>
    </div>
  );
}
