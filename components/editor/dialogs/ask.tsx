import { useTranslations } from "next-intl";
import { useState } from "react";
import { FieldFrame, INPUT } from "../fields/field-frame.tsx";
import { BUTTON, Dialog, MAIN_BUTTON } from "./dialog.tsx";

export type Question = {
  title: string;
  label: string;
  hint?: string;
  value: string;
  /** A sentence when the answer cannot be used, else null. */
  problem: (answer: string) => string | null;
  done: string;
  onAnswer: (answer: string) => void;
  remove?: { label: string; onPress: () => void };
  inputMode?: "url" | "numeric";
  maxLength?: number;
};

/** Asks for one line. `onClose` gives the cursor back to the text. */
export function Ask({ question, onClose }: { question: Question; onClose: () => void }) {
  const t = useTranslations("editor");
  const [answer, setAnswer] = useState(question.value);
  const [problem, setProblem] = useState<string | null>(null);
  const { title, label, hint, remove } = question;
  return (
    <Dialog title={title} onClose={onClose} onClosed={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          const found = question.problem(answer);
          setProblem(found);
          if (found !== null) return;
          question.onAnswer(answer);
          onClose();
        }}
      >
        <FieldFrame label={label} hint={hint} problem={problem}>
          {(ids) => (
            <input
              {...ids}
              className={INPUT}
              value={answer}
              inputMode={question.inputMode}
              maxLength={question.maxLength}
              autoComplete="off"
              onChange={(event) => setAnswer(event.target.value)}
            />
          )}
        </FieldFrame>
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          {remove === undefined ? null : (
            <button
              type="button"
              className={`${BUTTON} mr-auto`}
              onClick={() => {
                remove.onPress();
                onClose();
              }}
            >
              {remove.label}
            </button>
          )}
          <button type="button" className={BUTTON} onClick={onClose}>
            {t("cancel")}
          </button>
          <button type="submit" className={MAIN_BUTTON}>
            {question.done}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
