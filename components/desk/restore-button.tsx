"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { restoreVersion } from "#features/drafts/actions.ts";

type Props = { documentId: number; openedBy: number; revisionId: number; number: number };

/** Puts an earlier version back into the text, after asking. */
export function RestoreButton({ documentId, openedBy, revisionId, number }: Props) {
  const t = useTranslations("desk");
  const [outcome, restore] = useActionState(restoreVersion, null);
  return (
    <Dialog
      title={t("versions.restore")}
      about={t("versions.restoreAsk", { number })}
      trigger={
        <Button look="quiet" className="px-0 font-normal">
          {t("versions.restore")}
        </Button>
      }
    >
      <form action={restore} className="space-y-4">
        <input type="hidden" name="by" value={openedBy} />
        <input type="hidden" name="documentId" value={documentId} />
        <input type="hidden" name="revisionId" value={revisionId} />
        {outcome?.ok === false ? (
          <p role="alert" className="font-semibold text-danger">
            {outcome.sentence}
          </p>
        ) : null}
        <DialogActions
          close={t("press.cancel")}
          main={<SubmitButton waiting={t("press.waiting")}>{t("versions.restore")}</SubmitButton>}
        />
      </form>
    </Dialog>
  );
}
