import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { FieldFrame, INPUT } from "../fields/field-frame.tsx";

export type Question = {
  title: string;
  label: string;
  /** What helps with the answer as it stands. */
  hint?: (answer: string) => string;
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
    <Dialog title={title} open onOpenChange={(open) => (open ? undefined : onClose())} onClosed={onClose}>
      <form
        noValidate
        className="space-y-4"
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
        <FieldFrame label={label} hint={hint?.(answer)} problem={problem}>
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
        <DialogActions
          close={t("cancel")}
          main={
            <Button type="submit" look="main">
              {question.done}
            </Button>
          }
          danger={
            remove === undefined ? null : (
              <Button
                look="danger"
                onClick={() => {
                  remove.onPress();
                  onClose();
                }}
              >
                {remove.label}
              </Button>
            )
          }
        />
      </form>
    </Dialog>
  );
}
