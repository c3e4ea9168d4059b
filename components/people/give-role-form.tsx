"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { Note } from "#components/ui/note.tsx";
import { useAlive } from "#components/ui/use-alive.ts";
import { giveRole } from "#features/people/actions.ts";
import type { Place } from "#features/people/types.ts";
import { RoleFields } from "./role-fields.tsx";
import { usePress } from "./use-press.ts";

export function GiveRoleForm({ personId, places }: { personId: number; places: readonly Place[] }) {
  const t = useTranslations("people");
  const alive = useAlive();
  const { outcome, pending, press } = usePress<{ hours: number }>();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    if (!pending) press(() => giveRole(typed));
  }

  return (
    <form onSubmit={submit} className="space-y-4">
      <input type="hidden" name="personId" value={personId} />
      <RoleFields id={`give-${personId}`} places={places} />
      {outcome?.ok === false ? <Note look="problem">{outcome.sentence}</Note> : null}
      {outcome?.ok ? (
        <Note look={outcome.value.hours > 0 ? "warning" : "done"}>
          {outcome.value.hours > 0 ? t("roleWaits", { hours: outcome.value.hours }) : t("given")}
        </Note>
      ) : null}
      <Actions
        main={
          <Button type="submit" disabled={!alive} aria-disabled={pending}>
            {pending ? t("giving") : t("give")}
          </Button>
        }
      />
    </form>
  );
}
