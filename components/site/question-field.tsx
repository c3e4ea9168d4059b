import type { ReactNode } from "react";
import { say } from "#features/reading/words.ts";

type Described = { "aria-describedby"?: string | undefined; "aria-invalid"?: boolean | undefined };

type Props = {
  id: string;
  label: string;
  isNeeded?: boolean;
  hint?: string;
  problem?: string | undefined;
  children: (described: Described) => ReactNode;
};

/** A field of a form for readers: its label above, its hint and what is wrong with it between, so that nobody types before they have read these. */
export function QuestionField({ id, label, isNeeded = false, hint, problem, children }: Props) {
  const by = [problem ? `${id}-loi` : "", hint ? `${id}-y` : ""].filter(Boolean).join(" ");
  return (
    <div className={problem ? "question-field wrong" : "question-field"}>
      <label htmlFor={id}>
        {label} {isNeeded ? <span className="needed">{say("questions.form.need")}</span> : null}
      </label>
      {hint ? (
        <p className="hint" id={`${id}-y`}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p className="problem" id={`${id}-loi`}>
          {problem}
        </p>
      ) : null}
      {children({ "aria-describedby": by || undefined, "aria-invalid": problem ? true : undefined })}
    </div>
  );
}
