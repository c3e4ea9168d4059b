import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { LONGEST_ANSWER } from "#features/moves/said.ts";
import { formOf } from "./form-of.ts";

/** What a writer answers to the note that a text came back with. It stands beside that note and goes with "submit". */
export function AnswerField() {
  const t = useTranslations("desk.press");
  return (
    <Field
      id="press-answer"
      name="answer"
      form={formOf("submit")}
      label={t("answer")}
      hint={t("answerHint")}
      maxLength={LONGEST_ANSWER}
      autoComplete="off"
    />
  );
}
