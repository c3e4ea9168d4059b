"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { resetWayIn } from "#features/people/actions.ts";
import type { MadeLink } from "#features/people/links.ts";
import { LinkNote } from "./link-note.tsx";

type Made = MadeLink & { hours: number };

export function ResetButton({ personId, name }: { personId: number; name: string }) {
  const t = useTranslations("people");
  const [made, setMade] = useState<Made | null>(null);
  return (
    <Dialog
      title={t(made ? "resetDone" : "resetTitle", { name })}
      about={made ? undefined : t("resetAbout")}
      onOpenChange={() => setMade(null)}
      trigger={<Button className="max-sm:px-3">{t("reset")}</Button>}
    >
      {made === null ? (
        <ResetForm personId={personId} onMade={setMade} />
      ) : (
        <>
          <LinkNote
            name={name}
            link={made.link}
            until={made.until}
            waits={made.hours > 0 ? t("linkWaits", { hours: made.hours }) : null}
          />
          <DialogActions close={t("done")} />
        </>
      )}
    </Dialog>
  );
}

function ResetForm({ personId, onMade }: { personId: number; onMade: (made: Made) => void }) {
  const t = useTranslations("people");
  const { outcome, send } = useSent(resetWayIn, onMade);
  return (
    <Form action={send} outcome={outcome}>
      {() => (
        <>
          <HiddenFields of={{ personId }} />
          <DialogActions
            close={t("cancel")}
            main={<SubmitButton waiting={t("working")}>{t("makeLink")}</SubmitButton>}
          />
        </>
      )}
    </Form>
  );
}
