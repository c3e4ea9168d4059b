"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { LINK } from "#components/ui/button-class.ts";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { Note } from "#components/ui/note.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useOutcome } from "#components/ui/use-outcome.ts";
import { batchPath } from "#features/addresses/desk.ts";
import { confirmBatch } from "#features/importing/actions.ts";

type Props = {
  batchId: number;
  digest: string;
  count: number;
  /** Under whose name it is recorded. */
  signer: string;
};

/** One press for every article on the screen, after asking; the hash over theirs goes with it. */
export function ConfirmBatchForm({ batchId, digest, count, signer }: Props) {
  const t = useTranslations("import");
  const [said, submit] = useOutcome(confirmBatch);
  const [asks, setAsks] = useState(false);
  const [answered, setAnswered] = useState(said);
  if (answered !== said) {
    setAnswered(said);
    setAsks(false);
  }
  return (
    <div className="space-y-3 rounded-md border border-line bg-field p-4">
      {said?.ok === false ? <Note look="problem">{said.sentence}</Note> : null}
      {said?.ok ? (
        <Note look="warning">
          {t("left", { confirmed: said.value.confirmed, count: said.value.left.length })}
          <ul className="list-disc pl-5 font-normal">
            {said.value.left.map(({ number, sentence }) => (
              <li key={number}>
                {t("number", { number: String(number) })}: {sentence}
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
      {said ? (
        <a href={batchPath(batchId)} className={LINK}>
          {t("reload")}
        </a>
      ) : null}
      <p className="text-xs text-ink-soft">
        {t("hash")} <code title={digest}>{digest.slice(0, 12)}</code>
      </p>
      <Actions
        main={
          <Dialog
            title={t("confirmAsk", { count })}
            about={t("confirmAbout", { count, name: signer })}
            open={asks}
            onOpenChange={setAsks}
            trigger={<Button look="main">{t("confirm", { count })}</Button>}
          >
            {/* What is answered stands on the page: the dialog is shut by then. */}
            <Form action={submit} outcome={null}>
              {() => (
                <>
                  <HiddenFields of={{ batchId, digest }} />
                  <DialogActions
                    close={t("cancel")}
                    main={<SubmitButton waiting={t("confirming")}>{t("confirm", { count })}</SubmitButton>}
                  />
                </>
              )}
            </Form>
          </Dialog>
        }
      />
    </div>
  );
}
