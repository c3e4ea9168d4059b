"use client";

import { useTranslations } from "next-intl";
import { Actions } from "#components/ui/actions.tsx";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { showAsker } from "#features/questions/actions.ts";

/** Who asked: shown by a press that stays in the record, and gone again with the page. */
export function Asker({ questionId }: { questionId: number }) {
  const t = useTranslations("desk.questions");
  const { outcome, send } = useSent(showAsker);
  if (outcome?.ok) {
    return (
      <dl className="space-y-2">
        {(["name", "contact", "place"] as const).map((field) => (
          <div key={field}>
            <dt className="text-sm text-ink-soft">{t(field)}</dt>
            <dd className="break-words">{outcome.value[field] || t("notSaid")}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <Form action={send} outcome={outcome}>
      {() => (
        <>
          <p className="text-sm text-ink-soft">{t("askerAbout")}</p>
          <HiddenFields of={{ question: questionId }} />
          <Actions main={<SubmitButton look="plain">{t("seeAsker")}</SubmitButton>} />
        </>
      )}
    </Form>
  );
}
