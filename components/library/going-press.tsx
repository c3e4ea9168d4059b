"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { ButtonLook } from "#components/ui/button-class.ts";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import * as actions from "#features/library/actions.ts";
import type { MayGo } from "#features/library/deeds.ts";
import type { Outcome } from "#lib/outcome.ts";

export type GoingPressName = keyof MayGo;

type Press = {
  action: (previous: Outcome<void> | null, form: FormData) => Promise<Outcome<void>>;
  look: ButtonLook;
  asksWhy: boolean;
};

/** What a press does with a file, how it looks, and whether it asks why. */
const PRESSES: Record<GoingPressName, Press> = {
  hide: { action: actions.hideFile, look: "danger", asksWhy: true },
  show: { action: actions.showFileAgain, look: "main", asksWhy: false },
  bin: { action: actions.binFile, look: "danger", asksWhy: false },
  restore: { action: actions.restoreFile, look: "main", asksWhy: false },
  ask: { action: actions.askToErase, look: "danger", asksWhy: true },
  withdraw: { action: actions.withdrawErasure, look: "plain", asksWhy: false },
  erase: { action: actions.eraseFile, look: "danger", asksWhy: false },
};

type Props = {
  press: GoingPressName;
  sha256: string;
  /** What the button says to whoever does not see what it stands beside. */
  named?: string;
  /** In a list, or beside what is pressed more often. */
  isPlain?: boolean;
};

/** A button by which a file goes, or comes back: it says what that does before it is done. */
export function GoingPress({ press, sha256, named, isPlain = false }: Props) {
  const t = useTranslations("library.going");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={t(`presses.${press}`)}
      about={t(`asks.${press}`)}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look={isPlain ? "plain" : PRESSES[press].look} {...(named ? { "aria-label": named } : {})}>
          {t(`presses.${press}`)}
        </Button>
      }
    >
      <AskedForm press={press} sha256={sha256} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

/** As long as the dialog is open: whoever opens it again has been told nothing yet. */
function AskedForm({ press, sha256, onDone }: Pick<Props, "press" | "sha256"> & { onDone: () => void }) {
  const t = useTranslations("library.going");
  const { action, look, asksWhy } = PRESSES[press];
  const { outcome, send } = useSent(action, onDone);
  return (
    <Form
      action={send}
      outcome={outcome}
      check={({ reason }) => (asksWhy && reason?.trim() === "" ? { reason: t("reasonMissing") } : {})}
    >
      {(problems) => (
        <>
          <input type="hidden" name="sha256" value={sha256} />
          {asksWhy ? (
            <TextField
              {...{ id: "reason", name: "reason", label: t("reason"), problem: problems.reason }}
              hint={t("reasonHint")}
              rows={3}
              maxLength={1000}
            />
          ) : null}
          <DialogActions
            close={t("close")}
            main={
              <SubmitButton look={look === "danger" ? "danger" : "main"} waiting={t("working")}>
                {t(`presses.${press}`)}
              </SubmitButton>
            }
          />
        </>
      )}
    </Form>
  );
}
