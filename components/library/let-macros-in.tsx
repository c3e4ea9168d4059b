"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { letMacrosIn } from "#features/library/actions.ts";

/** Lets a document in that was stopped for its macros, after it was said what that means. */
export function LetMacrosIn({ sha256 }: { sha256: string }) {
  const t = useTranslations("library.macros");
  const { outcome, send } = useSent(letMacrosIn);
  return (
    <Dialog title={t("title")} about={t("about")} trigger={<Button className="mt-2">{t("letIn")}</Button>}>
      <Form action={send} outcome={outcome}>
        {() => (
          <>
            <input type="hidden" name="sha256" value={sha256} />
            <DialogActions
              close={t("keepOut")}
              danger={
                <SubmitButton look="danger" waiting={t("lettingIn")}>
                  {t("letIn")}
                </SubmitButton>
              }
            />
          </>
        )}
      </Form>
    </Dialog>
  );
}
