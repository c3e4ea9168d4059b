"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Look } from "#components/ui/button-class.ts";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Note } from "#components/ui/note.tsx";
import type { Outcome } from "#lib/outcome.ts";
import { usePress } from "./use-press.ts";

type Props = {
  action: (form: FormData) => Promise<Outcome<unknown>>;
  /** The fields of the form that the button stands for. */
  input: Readonly<Record<string, string | number>>;
  /** On the button that asks, and on the one that does. */
  label: string;
  /** What the button says to whoever does not see what it stands beside. */
  named?: string;
  title: string;
  about: ReactNode;
  look?: Look;
};

/** A button that asks first, does it, and says why when it could not. */
export function AskButton({ action, input, label, named, title, about, look = "plain" }: Props) {
  const t = useTranslations("people");
  const [open, setOpen] = useState(false);
  const { outcome, pending, press, forget } = usePress<unknown>();
  const form = () => {
    const fields = new FormData();
    for (const [name, value] of Object.entries(input)) fields.set(name, String(value));
    return fields;
  };
  return (
    <Dialog
      title={title}
      about={about}
      open={open}
      onOpenChange={(wanted) => {
        forget();
        setOpen(wanted);
      }}
      trigger={
        <Button look={look} aria-label={named} className={look === "quiet" ? "-mr-4 shrink-0" : "max-sm:px-3"}>
          {label}
        </Button>
      }
    >
      {outcome?.ok === false ? <Note look="problem">{outcome.sentence}</Note> : null}
      <DialogActions
        close={t("cancel")}
        main={
          <Button
            // What takes something away says so when it is asked, however quiet its button is in a list.
            look={look === "danger" || look === "quiet" ? "danger" : "main"}
            aria-disabled={pending}
            onClick={() =>
              pending ||
              press(
                () => action(form()),
                () => setOpen(false),
              )
            }
          >
            {pending ? t("working") : label}
          </Button>
        }
      />
    </Dialog>
  );
}
