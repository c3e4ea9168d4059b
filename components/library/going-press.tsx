"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { ButtonLook } from "#components/ui/button-class.ts";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Note } from "#components/ui/note.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import * as actions from "#features/library/actions.ts";
import type { BesideFile } from "#features/library/beside.ts";
import type { MayGo } from "#features/library/deeds.ts";
import type { Outcome } from "#lib/outcome.ts";
import { AlongFiles } from "./along-files.tsx";

export type GoingPressName = keyof MayGo;

type Done = { stays: string[] };

type Press = {
  action: (previous: Outcome<Done> | null, form: FormData) => Promise<Outcome<Done>>;
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
  /** What belongs to it, and may go along. */
  beside?: readonly BesideFile[];
  /** What the button says to whoever does not see what it stands beside. */
  named?: string;
  /** In a list, or beside what is pressed more often. */
  isPlain?: boolean;
};

/** A button by which a file goes, or comes back: it says what that does before it is done. */
export function GoingPress({ press, sha256, beside = [], named, isPlain = false }: Props) {
  const t = useTranslations("library.going");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [stays, setStays] = useState<readonly string[]>([]);
  const leave = () => {
    setOpen(false);
    router.refresh();
  };
  // The page is drawn anew when this was read: with it the button goes, and this with that.
  const onOpenChange = (opens: boolean) => (stays.length > 0 ? leave() : setOpen(opens));
  const onDone = (done: Done) => (done.stays.length > 0 ? setStays(done.stays) : leave());
  return (
    <Dialog
      title={t(`presses.${press}`)}
      about={stays.length > 0 ? t("along.done") : t(`asks.${press}`)}
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <Button look={isPlain ? "plain" : PRESSES[press].look} {...(named ? { "aria-label": named } : {})}>
          {t(`presses.${press}`)}
        </Button>
      }
    >
      {stays.length > 0 ? <Stays stays={stays} /> : <AskedForm {...{ press, sha256, beside, onDone }} />}
    </Dialog>
  );
}

/** What of it did not go along, and why. */
function Stays({ stays }: { stays: readonly string[] }) {
  const t = useTranslations("library.going");
  return (
    <>
      {stays.map((said) => (
        <Note key={said} look="warning">
          {said}
        </Note>
      ))}
      <DialogActions close={t("closeDone")} />
    </>
  );
}

type AskedProps = Pick<Props, "press" | "sha256"> & {
  beside: readonly BesideFile[];
  onDone: (done: Done) => void;
};

/** As long as the dialog is open: whoever opens it again has been told nothing yet. */
function AskedForm({ press, sha256, beside, onDone }: AskedProps) {
  const t = useTranslations("library.going");
  const { action, look, asksWhy } = PRESSES[press];
  const { outcome, send } = useSent(action, onDone, { refreshes: false });
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
              {...{ name: "reason", label: t("reason"), problem: problems.reason }}
              hint={t("reasonHint")}
              rows={3}
              maxLength={1000}
            />
          ) : null}
          <AlongFiles press={press} beside={beside} />
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
