"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { Form } from "#components/ui/form.tsx";
import { Note } from "#components/ui/note.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { replaceFile } from "#features/replacing/actions.ts";
import type { Replaced } from "#features/replacing/types.ts";

type Props = {
  sha256: string;
  next: string;
  /** Whether there is a document in which it can be replaced. */
  canBe: boolean;
  /** The documents, as boxes. */
  children: ReactNode;
};

/** Replaces a file in the documents that are ticked, and says what became of each. */
export function PlacesForm({ sha256, next, canBe, children }: Props) {
  const t = useTranslations("replacing");
  const { outcome, send } = useSent(replaceFile);
  return (
    <Form action={send} outcome={outcome} className="space-y-3">
      {() => (
        <>
          {outcome?.ok ? <WhatBecame done={outcome.value} /> : null}
          <input type="hidden" name="sha256" value={sha256} />
          <input type="hidden" name="next" value={next} />
          {children}
          {canBe ? <Actions main={<SubmitButton waiting={t("replacing")}>{t("replace")}</SubmitButton>} /> : null}
        </>
      )}
    </Form>
  );
}

/** What became of each document, those that refused with their sentences. */
function WhatBecame({ done }: { done: readonly Replaced[] }) {
  const t = useTranslations("replacing");
  const changed = done.filter((one) => "done" in one).length;
  const refused = done.flatMap((one) => ("sentence" in one ? [one] : []));
  return (
    <>
      {changed > 0 ? <Note look="done">{t("changed", { count: changed })}</Note> : null}
      {refused.length > 0 ? (
        <Note look="problem">
          {t("refused", { count: refused.length })}
          {refused.map(({ documentId, sentence }) => (
            <span key={documentId} className="mt-1 block">
              {t("refusal", { number: documentId, sentence })}
            </span>
          ))}
        </Note>
      ) : null}
    </>
  );
}
