import { questionsPath } from "#features/addresses/lists.ts";
import { askPath, lookUpPath } from "#features/addresses/questions.ts";
import { ASK_FIELDS, type AskField, LIMITS } from "#features/questions/asked.ts";
import { ANSWER_WITHIN } from "#features/questions/due.ts";
import type { Given } from "#features/questions/given.ts";
import { KEPT_DAYS } from "#features/questions/kept.ts";
import { say } from "#features/reading/words.ts";
import { ListHead } from "./list-view.tsx";
import { QuestionField } from "./question-field.tsx";

type Props = {
  /** What came back of a form that could not be taken; null of an empty one. */
  given: Extract<Given, { form: "ask"; code: null }> | null;
  /** For an empty one: by it a form that is sent twice is one question. */
  secret: string;
};

/** What each field is, in the order of the form. */
const FIELDS: readonly {
  field: AskField;
  isNeeded?: boolean;
  hint?: "subjectHint" | "wordsHint" | "contactHint" | "placeHint";
  complete?: string;
}[] = [
  { field: "subject", isNeeded: true, hint: "subjectHint" },
  { field: "words", isNeeded: true, hint: "wordsHint" },
  { field: "name", isNeeded: true, complete: "name" },
  { field: "contact", hint: "contactHint" },
  { field: "place", hint: "placeHint" },
];

/** The form of a question. Whatever somebody typed stands in it again, and what is wrong is said all at once. */
export function AskView({ given, secret }: Props) {
  const problems = given?.problems ?? {};
  const wrong = FIELDS.filter(({ field }) => problems[field] !== undefined);
  return (
    <div className="listing question-page">
      <ListHead title={say("questions.form.title")} above={[{ words: say("questions.title"), path: questionsPath() }]}>
        <p className="list-intro">{say("questions.form.about", { days: ANSWER_WITHIN })}</p>
      </ListHead>
      {given === null ? null : (
        <div className="question-problems" role="alert">
          {given.refused === null ? (
            <>
              <p>{say("questions.form.problems", { count: wrong.length })}</p>
              <ul>
                {wrong.map(({ field }) => (
                  <li key={field}>
                    <a href={`#${ASK_FIELDS[field]}`}>
                      {say(`questions.form.${field}`)}: {problems[field]}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <p>{say(REFUSED[given.refused])}</p>
          )}
        </div>
      )}
      <form className="question-form" method="post" action={askPath} noValidate>
        <p className="hint">{say("questions.form.required")}</p>
        {FIELDS.map(({ field, isNeeded = false, hint, complete }) => (
          <QuestionField
            key={field}
            id={ASK_FIELDS[field]}
            label={say(`questions.form.${field}`)}
            isNeeded={isNeeded}
            {...(hint ? { hint: say(`questions.form.${hint}`) } : {})}
            problem={problems[field]}
          >
            {(described) => {
              const said = {
                ...{ id: ASK_FIELDS[field], name: ASK_FIELDS[field], maxLength: LIMITS[field], required: isNeeded },
                // Where it is "off" a browser takes the words away from whoever goes back to them.
                ...{ defaultValue: given?.typed[field] ?? "", autoComplete: complete, ...described },
              };
              return field === "words" ? <textarea {...said} rows={8} /> : <input type="text" {...said} />;
            }}
          </QuestionField>
        ))}
        <p className="question-trap" aria-hidden="true">
          <label htmlFor={ASK_FIELDS.trap}>{say("questions.form.trap")}</label>
          <input id={ASK_FIELDS.trap} type="text" name={ASK_FIELDS.trap} tabIndex={-1} autoComplete="off" />
        </p>
        <input type="hidden" name={ASK_FIELDS.secret} value={given?.typed.secret ?? secret} />
        <p className="purpose">{say("questions.form.purpose", { kept: KEPT_DAYS })}</p>
        <button type="submit">{say("questions.form.send")}</button>
      </form>
      <p className="question-ways">
        <a href={lookUpPath}>{say("questions.lookUp")}</a>
      </p>
    </div>
  );
}

const REFUSED = {
  busy: "questions.form.busy",
  again: "questions.form.again",
  trap: "questions.form.caught",
} as const;
