"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Note } from "#components/ui/note.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { confirmBatch } from "#features/importing/actions.ts";

/** One press for every article on the screen; the hash over theirs goes with it. */
export function ConfirmBatchForm({ batchId, digest, count }: { batchId: number; digest: string; count: number }) {
  const t = useTranslations("import");
  const [said, submit] = useActionState(confirmBatch, null);
  return (
    <form action={submit} className="space-y-3 rounded-md border border-line bg-field p-4">
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
        <a href={`/desk/batches/${batchId}`} className="inline-flex min-h-11 items-center text-accent underline">
          {t("reload")}
        </a>
      ) : null}
      <input type="hidden" name="batchId" value={batchId} />
      <input type="hidden" name="digest" value={digest} />
      <p>{t("confirmAbout", { count })}</p>
      <p className="font-mono text-xs break-all text-ink-soft">{t("hash", { hash: digest })}</p>
      <SubmitButton className="w-full sm:w-auto" waiting={t("confirming")}>
        {t("confirm", { count })}
      </SubmitButton>
    </form>
  );
}
