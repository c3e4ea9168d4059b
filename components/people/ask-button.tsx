"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { ButtonLook } from "#components/ui/button-class.ts";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import type { Outcome } from "#lib/outcome.ts";

type Props<T> = AskProps<T> & {
  /** What the button says to whoever does not see what it stands beside. */
  named?: string;
  title: string;
  about: ReactNode;
};

/** A button that asks first, does it, and says why when it could not. */
export function AskButton<T>({ named, title, about, ...asked }: Props<T>) {
  const { label, look = "plain" } = asked;
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={title}
      about={about}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look={look} aria-label={named} className={look === "quiet" ? "-mr-4 shrink-0" : "max-sm:px-3"}>
          {label}
        </Button>
      }
    >
      <AskedForm {...asked} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

type AskProps<T> = {
  action: (previous: Outcome<T> | null, form: FormData) => Promise<Outcome<T>>;
  /** The fields of the form that the button stands for. */
  input: Readonly<Record<string, string | number>>;
  /** On the button that asks, and on the one that does. */
  label: string;
  look?: ButtonLook;
};

/** As long as the dialog is open: whoever opens it again has been told nothing yet. */
function AskedForm<T>({ action, input, label, look = "plain", onDone }: AskProps<T> & { onDone: () => void }) {
  const t = useTranslations("people");
  const { outcome, send } = useSent(action, onDone);
  return (
    <Form action={send} outcome={outcome}>
      {() => (
        <>
          <HiddenFields of={input} />
          <DialogActions
            close={t("cancel")}
            main={
              // What takes something away says so when it is asked, however quiet its button is in a list.
              <SubmitButton look={look === "danger" || look === "quiet" ? "danger" : "main"} waiting={t("working")}>
                {label}
              </SubmitButton>
            }
          />
        </>
      )}
    </Form>
  );
}
