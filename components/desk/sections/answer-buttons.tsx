"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { agreeToSectionName, dropSectionName } from "#features/renaming/actions.ts";

type Props = {
  said: { sectionId: number; base: number };
  /** Of the section, as it is called now. */
  name: string;
};

/** Asks once more, with what readers will find. */
export function AgreeButton({ said, name, about }: Props & { about: string }) {
  const t = useTranslations("desk.sections");
  const press = useTranslations("desk.press");
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const { outcome, send } = useSent(agreeToSectionName, () => setOpen(false));
  return (
    <Dialog
      title={t("agreeTitle", { name })}
      about={about}
      open={open}
      onOpenChange={(opens) => {
        setOpen(opens);
        // A page that is drawn anew before has no place any more for the sentence of who was quicker.
        if (!opens && outcome?.ok === false) router.refresh();
      }}
      trigger={
        <Button look="main" aria-label={t("agreeOf", { name })}>
          {t("agree")}
        </Button>
      }
    >
      <Form action={send} outcome={outcome}>
        {() => (
          <>
            <HiddenFields of={said} />
            <DialogActions
              close={press("cancel")}
              main={<SubmitButton waiting={press("waiting")}>{t("agree")}</SubmitButton>}
            />
          </>
        )}
      </Form>
    </Dialog>
  );
}

/**
 * Puts a proposal aside, at once: it is proposed again with one press. Who was quicker is said before the page is drawn anew, which
 * then is what the button is for: the row may have no proposal any more.
 */
export function DropButton({ said, name }: Props) {
  const t = useTranslations("desk.sections");
  const press = useTranslations("desk.press");
  const router = useRouter();
  const { outcome, send } = useSent(dropSectionName);
  const isLate = outcome?.ok === false && outcome.code === "out_of_date";
  return (
    <Form action={send} outcome={outcome} className="space-y-2">
      {() => (
        <>
          <HiddenFields of={said} />
          <SubmitButton
            look={isLate ? undefined : "danger"}
            waiting={press("waiting")}
            aria-label={t(isLate ? "lookAgainOf" : "dropOf", { name })}
            {...(isLate ? { type: "button" as const, onClick: () => router.refresh() } : {})}
          >
            {t(isLate ? "lookAgain" : "drop")}
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
