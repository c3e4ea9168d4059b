"use client";

import type { ReactNode } from "react";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { chooseForTopic } from "#features/topics/actions.ts";
import type { Choice } from "#features/topics/choice.ts";

type Props = {
  topicId: number;
  articleId: number;
  choice: Choice;
  /** For whoever does not see what it stands beside. */
  named: string;
  children: ReactNode;
};

/** One press for an article in a topic. */
export function ChoiceButton({ topicId, articleId, choice, named, children }: Props) {
  const { outcome, send } = useSent(chooseForTopic);
  return (
    <Form action={send} outcome={outcome} className="space-y-1">
      {() => (
        <>
          <HiddenFields of={{ topic: topicId, article: articleId, choice }} />
          <SubmitButton look={choice === "removed" ? "danger" : "plain"} aria-label={named}>
            {children}
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
