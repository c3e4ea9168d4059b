import type { ReactNode } from "react";
import { Abbreviated, Abbreviations } from "#components/article/abbreviated.tsx";
import { ArticleBody } from "#components/article/body.tsx";
import { bodyWords } from "#components/article/body-words.ts";
import { papersPath } from "#features/addresses/papers.ts";
import { endOf } from "#features/kinds/paper-standing.ts";
import { paperForm } from "#features/reading/paper-words.ts";
import type { LivePaper, PaperLine } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import { plainText, shownBody } from "#features/text/plain.ts";
import { dayInWords, momentInWords, startOfDay } from "#lib/dates.ts";
import { Trail } from "./breadcrumb.tsx";
import { Dated } from "./dated.tsx";
import { Called, Whole } from "./paper-called.tsx";
import { StandingNote } from "./paper-standing.tsx";

type Props = {
  paper: LivePaper;
  /** As yyyy-mm-dd. */
  today: string;
  /** Whether the list of papers has its address on this site. */
  hasList?: boolean;
  /** For staff, who sign them: pictures and files that are not there, marked. */
  marksAwaited?: boolean;
  /** What readers do with it. */
  tools?: ReactNode;
};

/** A paper of an authority as readers see it: what it is, whether it holds, and its words or files. The desk shows one under review the same way. */
export function PaperView({ paper, today, hasList = true, marksAwaited = false, tools = null }: Props) {
  const { content, pictures, updatedAt, replaces, replacedBy } = paper;
  const { form, issuer, signer, issuedOn, effectiveOn, expiresOn, reference } = content;
  return (
    <article className="article paper" lang="vi">
      <header>
        {hasList ? <Trail steps={[{ words: say("papers.title"), path: papersPath }]} /> : null}
        <p className="paper-called">
          <Called paper={content} />
        </p>
        <h1>
          <Abbreviated text={content.abstract} />
        </h1>
        <StandingNote today={today} holds={{ effectiveOn, endsOn: endOf(content, replacedBy) }} />
        {tools}
      </header>
      <dl className="paper-facts">
        <Fact name={say("papers.reference")} isThere={reference !== ""}>
          <Whole>{reference}</Whole>
        </Fact>
        <Fact name={say("papers.form")} isThere>
          {paperForm(form)}
        </Fact>
        <Fact name={say("papers.issuer")} isThere={issuer !== ""}>
          {issuer}
        </Fact>
        <Fact name={say("papers.signer")} isThere={signer.name !== ""}>
          {signer.name}
          {signer.post === "" ? null : `, ${signer.post}`}
        </Fact>
        <DayFact name={say("papers.issuedOn")} day={issuedOn} />
        <DayFact name={say("papers.effectiveOn")} day={effectiveOn} />
        <DayFact name={say("papers.expiresOn")} day={expiresOn} />
        <Papers name={say("papers.replaces")} papers={replaces} />
        <Papers name={say("papers.replacedBy")} papers={replacedBy} />
      </dl>
      <div className="body">
        <ArticleBody
          body={content.body}
          pictures={pictures}
          words={marksAwaited ? { ...bodyWords, awaited: say("awaited") } : bodyWords}
        />
      </div>
      <Abbreviations of={[content.abstract, plainText(shownBody(content.body, pictures))]} />
      {updatedAt === null ? null : (
        <p className="paper-updated">
          <Dated at={updatedAt} said={say("updated", { moment: momentInWords(updatedAt) })} />
        </p>
      )}
    </article>
  );
}

function Fact({ name, isThere, children }: { name: string; isThere: boolean; children: ReactNode }) {
  if (!isThere) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function DayFact({ name, day }: { name: string; day: string | null }) {
  return (
    <Fact name={name} isThere={day !== null}>
      {day === null ? null : <time dateTime={day}>{dayInWords(startOfDay(day))}</time>}
    </Fact>
  );
}

function Papers({ name, papers }: { name: string; papers: readonly PaperLine[] }) {
  return (
    <Fact name={name} isThere={papers.length > 0}>
      <ul>
        {papers.map((paper) => (
          <li key={paper.number}>
            <a href={paper.path}>
              <Called paper={paper} />
            </a>{" "}
            <span className="paper-beside">
              ({say("papers.onDay", { day: dayInWords(startOfDay(paper.issuedOn)) })}) {paper.title}
            </span>
          </li>
        ))}
      </ul>
    </Fact>
  );
}
