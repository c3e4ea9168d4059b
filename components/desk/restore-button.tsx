"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useOutcome } from "#components/ui/use-outcome.ts";
import { restoreVersion } from "#features/drafts/actions.ts";

type Props = { documentId: number; openedBy: number; revisionId: number; number: number };

/** Puts an earlier version back into the text, after asking. */
export function RestoreButton({ documentId, openedBy, revisionId, number }: Props) {
  const t = useTranslations("desk");
  const [outcome, restore] = useOutcome(restoreVersion);
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
      <Form action={restore} outcome={outcome}>
        {() => (
          <>
            <HiddenFields of={{ by: openedBy, documentId, revisionId }} />
            <DialogActions
              close={t("press.cancel")}
              main={<SubmitButton waiting={t("press.waiting")}>{t("versions.restore")}</SubmitButton>}
            />
          </>
        )}
      </Form>
    </Dialog>
  );
}
