"use client";

import { useTranslations } from "next-intl";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { answerQuestion, reopenQuestion } from "#features/questions/actions.ts";

type Props = { questionId: number };

/** "Soạn trả lời": leads to the draft that it begins. */
export function AnswerQuestion({ questionId }: Props) {
  const t = useTranslations("desk.questions");
  return <Press {...{ questionId }} {...useSent(answerQuestion)} words={t("answer")} />;
}

/** "Mở lại". */
export function ReopenQuestion({ questionId }: Props) {
  const t = useTranslations("desk.questions");
  return <Press {...{ questionId }} {...useSent(reopenQuestion)} words={t("reopen")} />;
}

type Sent = Pick<ReturnType<typeof useSent<unknown>>, "outcome" | "send">;

/** One press for a question that says nothing beside. */
function Press({ questionId, outcome, send, words }: Props & Sent & { words: string }) {
  return (
    <Form action={send} outcome={outcome} className="space-y-2">
      {() => (
        <>
          <HiddenFields of={{ question: questionId }} />
          <SubmitButton>{words}</SubmitButton>
        </>
      )}
    </Form>
  );
}
