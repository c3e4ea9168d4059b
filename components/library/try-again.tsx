"use client";

import { useTranslations } from "next-intl";
import { Actions } from "#components/ui/actions.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { tryFileAgain } from "#features/library/actions.ts";

/** Has a file that could not be made tried once more. */
export function TryAgain({ sha256 }: { sha256: string }) {
  const t = useTranslations("library.file");
  const { outcome, send } = useSent(tryFileAgain);
  return (
    <Form action={send} outcome={outcome} className="mt-2 space-y-3">
      {() => (
        <>
          <input type="hidden" name="sha256" value={sha256} />
          <Actions
            main={
              <SubmitButton look="plain" waiting={t("trying")}>
                {t("again")}
              </SubmitButton>
            }
          />
        </>
      )}
    </Form>
  );
}
