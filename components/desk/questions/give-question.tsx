"use client";

import { useTranslations } from "next-intl";
import { Actions } from "#components/ui/actions.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { giveQuestion } from "#features/questions/actions.ts";

type Props = {
  questionId: number;
  writers: readonly { id: number; name: string }[];
  /** Who has it now; where nobody has, whoever gives it, for they mostly take it themselves. */
  chosen: number;
};

/** To whom a question is given. */
export function GiveQuestion({ questionId, writers, chosen }: Props) {
  const t = useTranslations("desk.questions");
  const { outcome, send } = useSent(giveQuestion);
  return (
    <Form action={send} outcome={outcome} about="person">
      {(problems) => (
        <>
          <HiddenFields of={{ question: questionId }} />
          <SelectField
            id="question-person"
            name="person"
            label={t("to")}
            problem={problems.person}
            defaultValue={chosen}
          >
            {writers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <Actions main={<SubmitButton look="plain">{t("give")}</SubmitButton>} />
        </>
      )}
    </Form>
  );
}
