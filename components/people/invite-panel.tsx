"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import type { invite } from "#features/people/actions.ts";
import type { SectionOption } from "#features/people/types.ts";
import { InviteForm } from "./invite-form.tsx";
import { LinkNote } from "./link-note.tsx";

export type Invited = Extract<Awaited<ReturnType<typeof invite>>, { ok: true }>["value"];

/** Adds accounts, one after the other. The link for the last one stands where its button was, until it is put away. */
export function InvitePanel({ places, begins }: { places: readonly SectionOption[]; begins: boolean }) {
  const t = useTranslations("people");
  const [open, setOpen] = useState(begins);
  const [invited, setInvited] = useState<Invited | null>(null);
  return (
    <details
      className="rounded-lg border border-line bg-field px-4 py-1"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="min-h-11 cursor-pointer content-center text-lg font-bold">{t("invite")}</summary>
      <div className="space-y-4 pt-2 pb-3">
        {invited ? (
          <>
            <LinkNote
              key={invited.link}
              done={t("invitedDone", { name: invited.name })}
              name={invited.name}
              link={invited.link}
              until={invited.until}
              waits={invited.hours > 0 ? t("roleWaits", { hours: invited.hours }) : null}
            />
            <Actions main={<Button onClick={() => setInvited(null)}>{t("inviteMore")}</Button>} />
          </>
        ) : (
          <>
            {begins ? <p className="text-ink-soft">{t("beginsAlone")}</p> : null}
            <InviteForm places={places} onInvited={setInvited} />
          </>
        )}
      </div>
    </details>
  );
}
