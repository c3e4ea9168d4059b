"use client";

import { useTranslations } from "next-intl";
import { Actions } from "#components/ui/actions.tsx";
import { LINK } from "#components/ui/button-class.ts";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useOutcome } from "#components/ui/use-outcome.ts";
import { takeOut } from "#features/importing/actions.ts";
import { TakenOut } from "#features/importing/taken-out.ts";
import { RETURN_REASONS } from "#features/workflow/reasons.ts";
import { problemsIn } from "#lib/checked.ts";

/** Gives one article back to whoever imported it, with a reason and words. */
export function TakeOutForm({ batchId, documentId }: { batchId: number; documentId: number }) {
  const t = useTranslations("import");
  const [said, submit] = useOutcome(takeOut);
  return (
    <details className="text-sm" open={said?.ok === false || undefined}>
      <summary className={LINK}>{t("takeOut")}</summary>
      <Form
        action={submit}
        outcome={said}
        check={(typed) => problemsIn(TakenOut, typed)}
        className="mt-2 max-w-xl space-y-4"
      >
        {(problems) => (
          <>
            <HiddenFields of={{ batchId, documentId }} />
            <SelectField
              id={`reason-${documentId}`}
              name="reason"
              label={t("reason")}
              defaultValue=""
              problem={problems.reason}
            >
              <option value="">{t("chooseReason")}</option>
              {Object.entries(RETURN_REASONS).map(([code, label]) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </SelectField>
            <TextField
              id={`words-${documentId}`}
              name="words"
              label={t("words")}
              rows={2}
              maxLength={4000}
              problem={problems.words}
            />
            <Actions
              danger={
                <SubmitButton look="danger" waiting={t("taking")}>
                  {t("takeOut")}
                </SubmitButton>
              }
            />
          </>
        )}
      </Form>
    </details>
  );
}
