"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Note } from "#components/ui/note.tsx";
import { resetWayIn } from "#features/people/actions.ts";
import type { MadeLink } from "#features/people/links.ts";
import { LinkNote } from "./link-note.tsx";
import { usePress } from "./use-press.ts";

export function ResetButton({ personId, name }: { personId: number; name: string }) {
  const t = useTranslations("people");
  const { outcome, pending, press, forget } = usePress<MadeLink & { hours: number }>();
  return (
    <Dialog
      title={t(outcome?.ok ? "resetDone" : "resetTitle", { name })}
      about={outcome?.ok ? undefined : t("resetAbout")}
      onOpenChange={forget}
      trigger={<Button className="max-sm:px-3">{t("reset")}</Button>}
    >
      {outcome?.ok === false ? <Note look="problem">{outcome.sentence}</Note> : null}
      {outcome?.ok ? (
        <LinkNote
          name={name}
          link={outcome.value.link}
          until={outcome.value.until}
          waits={outcome.value.hours > 0 ? t("linkWaits", { hours: outcome.value.hours }) : null}
        />
      ) : null}
      <DialogActions
        close={outcome?.ok ? t("done") : t("cancel")}
        main={
          outcome?.ok ? null : (
            <Button
              look="main"
              aria-disabled={pending}
              onClick={() => pending || press(() => resetWayIn({ personId }))}
            >
              {pending ? t("working") : t("makeLink")}
            </Button>
          )
        }
      />
    </Dialog>
  );
}
