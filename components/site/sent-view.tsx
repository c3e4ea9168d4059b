import { questionsPath } from "#features/addresses/lists.ts";
import { lookUpPath } from "#features/addresses/questions.ts";
import { ANSWER_WITHIN } from "#features/questions/due.ts";
import { say } from "#features/reading/words.ts";
import { ListHead } from "./list-view.tsx";

/** That a question was taken, and the code by which it is looked up. Nobody can show it again. */
export function SentView({ code }: { code: string }) {
  return (
    <div className="listing question-page">
      <ListHead
        title={say("questions.sent.title")}
        above={[{ words: say("questions.title"), path: questionsPath() }]}
      />
      <div className="question-sent">
        <p className="question-code">
          {say("questions.sent.code")}: <strong>{code}</strong>
        </p>
        <p>{say("questions.sent.keep")}</p>
        <p>
          {say("questions.sent.use")} {say("questions.sent.due", { days: ANSWER_WITHIN })}
        </p>
        <p className="question-ways">
          <a className="main" href={lookUpPath}>
            {say("questions.lookUp")}
          </a>
          <a href={questionsPath()}>{say("questions.all")}</a>
        </p>
      </div>
    </div>
  );
}
