"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLiveArticles } from "#components/editor/fields/use-live-articles.ts";
import { Actions } from "#components/ui/actions.tsx";
import { ComboField } from "#components/ui/combo-field.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { closeQuestion } from "#features/questions/actions.ts";

/** The reasons, in the order of how often they are meant. */
const REASONS = ["elsewhere", "answered_already", "too_little", "no_question"] as const;

/** Closes a question with a fixed sentence; the article that answered it before is named where that is the reason. */
export function CloseQuestion({ questionId }: { questionId: number }) {
  const t = useTranslations("desk.questions");
  const [reason, setReason] = useState<string>(REASONS[0]);
  const [typed, setTyped] = useState("");
  const { outcome, send } = useSent(closeQuestion);
  const choices = useLiveArticles(typed).map(({ id, title, section }) => ({
    ...{ key: String(id), label: t("line", { title, id }), about: section },
  }));
  return (
    <Form action={send} outcome={outcome}>
      {(problems) => (
        <>
          <HiddenFields of={{ question: questionId }} />
          <SelectField
            id="question-reason"
            name="reason"
            label={t("reason")}
            hint={t("closeAbout")}
            problem={problems.reason}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          >
            {REASONS.map((one) => (
              <option key={one} value={one}>
                {t(`reasons.${one}`)}
              </option>
            ))}
          </SelectField>
          {reason === "answered_already" ? (
            <ComboField
              id="question-article"
              name="article"
              label={t("article")}
              hint={t("articleHint")}
              offers={t("articleOffers")}
              problem={problems.article}
              value={typed}
              choices={choices}
              onType={setTyped}
              onChoose={({ label }) => setTyped(label)}
            />
          ) : null}
          <Actions danger={<SubmitButton look="danger">{t("close")}</SubmitButton>} />
        </>
      )}
    </Form>
  );
}
