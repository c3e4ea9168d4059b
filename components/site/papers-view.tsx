import type { ReactNode } from "react";
import { narrowedBy, type PapersAsked, papersAddress, papersPath } from "#features/addresses/papers.ts";
import { LASTS_UNTIL } from "#features/reading/lasts.ts";
import type { PaperChoices, PaperList } from "#features/reading/papers.ts";
import type { PaperLine } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import type { FoundPaper, FoundPapers } from "#features/search/papers.ts";
import { dayInWords, startOfDay } from "#lib/dates.ts";
import { ListHead } from "./list-view.tsx";
import { Marked } from "./marked.tsx";
import { Pages } from "./pages.tsx";
import { Called } from "./paper-called.tsx";
import { StandingMark } from "./paper-standing.tsx";
import { PapersForm } from "./papers-form.tsx";
import { Meant } from "./search-meant.tsx";

type Props = { asked: PapersAsked; choices: PaperChoices; today: string } & (
  | { by: "list"; found: PaperList }
  | { by: "words"; found: FoundPapers | "busy" }
);

/** The papers of a site, what narrows them, and what somebody looks for among them. */
export function PapersView({ asked, choices, today, ...list }: Props) {
  return (
    <div className="listing papers">
      <ListHead title={say("papers.title")}>
        <PapersForm {...{ asked, choices }} />
      </ListHead>
      {list.by === "words" ? (
        <FoundByWords {...{ asked, today }} found={list.found} />
      ) : (
        <Listed {...{ asked, today }} list={list.found} hasAny={choices.forms.length > 0} />
      )}
    </div>
  );
}

type ListedProps = { asked: PapersAsked; today: string; list: PaperList; hasAny: boolean };

function Listed({ asked, today, list: { lines, newer, older }, hasAny }: ListedProps) {
  const isNarrowed = narrowedBy(asked) > 0;
  // Whether papers hold is of the day: a list of those that do is another one tomorrow.
  const tomorrow = asked.standing === "" ? null : new Date(startOfDay(today).getTime() + DAY_MS);
  return (
    <>
      {lines.length > 0 ? null : (
        <Note>
          {hasAny ? say(older === null ? "papers.noneSuch" : "papers.noneSoFar") : say("papers.none")}{" "}
          {isNarrowed ? <a href={papersPath}>{say("papers.all")}</a> : null}
        </Note>
      )}
      {tomorrow === null ? null : <span {...{ [LASTS_UNTIL]: tomorrow.toISOString() }} />}
      {lines.map((line) => (
        <PaperItem key={line.number} {...{ line, today }} title={line.title} />
      ))}
      {newer === null && older === null ? null : (
        <nav className="pages" aria-label={say("pages")}>
          {newer === null ? null : (
            <a href={papersAddress({ ...asked, after: null, before: newer })} rel="prev">
              {say("papers.newer")}
            </a>
          )}
          {older === null ? null : (
            <a href={papersAddress({ ...asked, before: null, after: older })} rel="next">
              {say("papers.older")}
            </a>
          )}
        </nav>
      )}
    </>
  );
}

const DAY_MS = 24 * 3_600_000;

function FoundByWords({ asked, today, found }: { asked: PapersAsked; today: string; found: FoundPapers | "busy" }) {
  if (found === "busy") return <Note>{say("search.busy")}</Note>;
  const { results, count, isMore, isSome, meant, isOfMeant, page, pages, question } = found;
  if (question.units.length === 0) return <Note>{say("papers.noWords")}</Note>;
  const none = isSome || count === 0;
  return (
    <>
      <div className="search-count">
        {isOfMeant && meant !== null ? (
          <Meant says="ofMeant" meant={meant} path={papersAddress({ ...asked, words: meant, page: 1 })} />
        ) : null}
        <p>{none ? say("papers.noneWith") : say(isMore ? "papers.moreThan" : "papers.count", { count })}</p>
        {isSome && count > 0 ? <p>{say("papers.some")}</p> : null}
        {question.isCut ? <p>{say("search.cut")}</p> : null}
        {isOfMeant || meant === null ? null : (
          <Meant says="meant" meant={meant} path={papersAddress({ ...asked, words: meant, page: 1 })} />
        )}
        {isMore ? <p>{say("papers.narrow")}</p> : null}
        <p>
          <a href={papersPath}>{say("papers.all")}</a>
        </p>
      </div>
      {results.map((one) => (
        <PaperItem
          key={one.line.number}
          {...{ line: one.line, today }}
          title={<Marked pieces={one.title} />}
          excerpt={<Excerpt found={one} />}
        />
      ))}
      <Pages
        {...{ page, pages }}
        addressOf={(number) => papersAddress({ ...asked, page: number })}
        before={say("search.before")}
        after={say("search.after")}
      />
    </>
  );
}

function Excerpt({ found: { excerpt, isInFile } }: { found: FoundPaper }) {
  return (
    <p className="excerpt">
      {isInFile ? <span className="in-file">{say("search.inFile")}</span> : null}
      <Marked pieces={excerpt} />
    </p>
  );
}

type ItemProps = { line: PaperLine; today: string; title: ReactNode; excerpt?: ReactNode };

/** A paper in a list. One link, what it is about, as in every list. */
export function PaperItem({ line, today, title, excerpt }: ItemProps) {
  const { path, issuer, issuedOn, effectiveOn, endsOn } = line;
  return (
    <article className="paper-line">
      <p className="paper-called">
        <Called paper={line} />
      </p>
      <h2>
        <a href={path}>{title}</a>
      </h2>
      {excerpt}
      <p className="meta">
        {issuer === "" ? null : <span>{issuer}</span>}
        <time dateTime={issuedOn}>{say("papers.issued", { day: dayInWords(startOfDay(issuedOn)) })}</time>
        <StandingMark today={today} holds={{ effectiveOn, endsOn }} />
      </p>
    </article>
  );
}

const Note = ({ children }: { children: ReactNode }) => <p className="papers-note">{children}</p>;
