import type { ReactNode } from "react";
import { questionsPath } from "#features/addresses/lists.ts";
import { askPath, lookUpPath } from "#features/addresses/questions.ts";
import { CODE_FIELD } from "#features/questions/asked.ts";
import type { Found } from "#features/questions/found.ts";
import type { Given } from "#features/questions/given.ts";
import { say } from "#features/reading/words.ts";
import { dayInWords, isoDayOf, startOfDay } from "#lib/dates.ts";
import { ListHead } from "./list-view.tsx";
import { QuestionField } from "./question-field.tsx";

type Props = {
  /** What was found by a code; null before one was typed. */
  given: Extract<Given, { form: "look_up" }> | null;
};

/** Where somebody types the code of their question, and how that stands. */
export function LookUpView({ given }: Props) {
  const found = given?.found ?? null;
  const problem = given === null ? undefined : found === null ? "none" : found === "busy" ? "busy" : undefined;
  return (
    <div className="listing question-page">
      <ListHead
        title={say("questions.code.title")}
        above={[{ words: say("questions.title"), path: questionsPath() }]}
      />
      {found === null || found === "busy" ? null : <FoundQuestion found={found} />}
      <form className="question-form" method="post" action={lookUpPath} noValidate>
        <QuestionField
          id={CODE_FIELD}
          label={say("questions.code.label")}
          hint={say("questions.code.hint")}
          problem={problem && say(`questions.code.${problem}`)}
        >
          {(described) => (
            <input
              {...{ id: CODE_FIELD, name: CODE_FIELD, type: "text", defaultValue: problem ? given?.typed : "" }}
              {...{ autoComplete: "off", autoCapitalize: "characters", spellCheck: false, maxLength: 40, ...described }}
            />
          )}
        </QuestionField>
        <button type="submit">{say("questions.code.press")}</button>
      </form>
      <p className="question-ways">
        <a href={askPath}>{say("questions.ask")}</a>
      </p>
    </div>
  );
}

function FoundQuestion({ found: { standing, sentAt, dueDay, closed, answer } }: { found: Found }) {
  return (
    <section className="question-found" aria-labelledby="tinh-trang">
      <h2 id="tinh-trang">{say("questions.code.result")}</h2>
      <dl>
        <Line name={say("questions.code.standing")}>
          <strong>{say(`questions.code.standings.${standing}`)}</strong>
          {closed === null ? null : ` ${say(`questions.code.reasons.${closed.reason}`)}`}
        </Line>
        {answer === null ? null : (
          <Line name={say(closed === null ? "questions.code.answer" : "questions.code.earlier")}>
            <a href={answer.path}>{answer.title}</a>, {say("questions.code.shown", { day: dayInWords(answer.shownAt) })}
          </Line>
        )}
        <Line name={say("questions.code.sent")}>
          <time dateTime={isoDayOf(sentAt)}>{dayInWords(sentAt)}</time>
        </Line>
        {closed === null ? null : (
          <Line name={say("questions.code.closed")}>
            <time dateTime={isoDayOf(closed.at)}>{dayInWords(closed.at)}</time>
          </Line>
        )}
        {dueDay === null ? null : (
          <Line name={say("questions.code.due")}>
            <time dateTime={dueDay}>{dayInWords(startOfDay(dueDay))}</time>
          </Line>
        )}
      </dl>
    </section>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
