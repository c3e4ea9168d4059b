"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Note } from "#components/ui/note.tsx";
import { invite } from "#features/people/actions.ts";
import type { Place } from "#features/people/types.ts";
import { LinkNote } from "./link-note.tsx";
import { RoleFields } from "./role-fields.tsx";
import { usePress } from "./use-press.ts";

export function InviteForm({ places }: { places: readonly Place[] }) {
  const t = useTranslations("people");
  const { outcome, pending, press } = usePress<{ link: string; hours: number }>();
  const [invited, setInvited] = useState("");

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const form = event.currentTarget;
    const typed = new FormData(form);
    press(
      () => invite(typed),
      () => {
        setInvited(String(typed.get("name")));
        form.reset();
      },
    );
  }

  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="invite-name" name="name" label={t("name")} autoComplete="off" />
        <Field
          id="invite-email"
          name="email"
          type="email"
          label={t("email")}
          autoComplete="off"
          autoCapitalize="none"
        />
      </div>
      <RoleFields id="invite" places={places} />
      {outcome?.ok === false ? <Note look="problem">{outcome.sentence}</Note> : null}
      {outcome?.ok ? (
        <LinkNote
          key={outcome.value.link}
          name={invited}
          link={outcome.value.link}
          waits={outcome.value.hours > 0 ? t("roleWaits", { hours: outcome.value.hours }) : null}
        />
      ) : null}
      <Button type="submit" look="main" aria-disabled={pending}>
        {pending ? t("creating") : t("create")}
      </Button>
    </form>
  );
}
