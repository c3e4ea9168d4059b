"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { Note } from "#components/ui/note.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useChecked } from "#components/ui/use-checked.ts";
import { takeOut } from "#features/importing/actions.ts";
import { unsaid } from "#features/moves/said.ts";
import { ruleOf } from "#features/workflow/machine.ts";
import { RETURN_REASONS } from "#features/workflow/reasons.ts";

/** Gives one article back to whoever imported it, with a reason and words. */
export function TakeOutForm({ batchId, documentId }: { batchId: number; documentId: number }) {
  const t = useTranslations("import");
  const [said, submit] = useActionState(takeOut, null);
  const { problems, form } = useChecked(({ reason, words }) =>
    unsaid(ruleOf("return"), { reason, words: words?.trim() }),
  );
  return (
    <details className="text-sm" open={said?.ok === false || undefined}>
      <summary className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
        {t("takeOut")}
      </summary>
      <form {...form} action={submit} onReset={(event) => event.preventDefault()} className="mt-2 max-w-xl space-y-4">
        {said?.ok === false ? <Note look="problem">{said.sentence}</Note> : null}
        <input type="hidden" name="batchId" value={batchId} />
        <input type="hidden" name="documentId" value={documentId} />
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
      </form>
    </details>
  );
}
