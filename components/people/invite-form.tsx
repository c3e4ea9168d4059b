"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Note } from "#components/ui/note.tsx";
import { useAlive } from "#components/ui/use-alive.ts";
import { useChecked } from "#components/ui/use-checked.ts";
import { invite } from "#features/people/actions.ts";
import type { Place } from "#features/people/types.ts";
import { addressProblem, nameProblem } from "#features/people/who.ts";
import type { Invited } from "./invite-panel.tsx";
import { RoleFields } from "./role-fields.tsx";
import { usePress } from "./use-press.ts";

type Props = { places: readonly Place[]; onInvited: (invited: Invited) => void };

export function InviteForm({ places, onInvited }: Props) {
  const t = useTranslations("people");
  const alive = useAlive();
  const { outcome, pending, press } = usePress<Omit<Invited, "name">>();
  const { problems, form } = useChecked(({ name = "", email = "" }) => {
    const found = { name: nameProblem(name), email: addressProblem(email) };
    return Object.fromEntries(Object.entries(found).filter((one): one is [string, string] => one[1] !== null));
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    form.onSubmit(event);
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (pending) return;
    const typed = new FormData(event.currentTarget);
    press(
      () => invite(typed),
      (made) => onInvited({ ...made, name: String(typed.get("name")) }),
    );
  }

  return (
    <form {...form} onSubmit={submit} className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          id="invite-name"
          name="name"
          label={t("name")}
          autoComplete="off"
          problem={problems.name}
          aria-required
        />
        <Field
          id="invite-email"
          name="email"
          type="email"
          label={t("email")}
          autoComplete="off"
          autoCapitalize="none"
          problem={problems.email}
          aria-required
        />
      </div>
      <RoleFields id="invite" places={places} />
      {outcome?.ok === false ? <Note look="problem">{outcome.sentence}</Note> : null}
      <Actions
        main={
          <Button type="submit" look="main" disabled={!alive} aria-disabled={pending}>
            {pending ? t("creating") : t("create")}
          </Button>
        }
      />
    </form>
  );
}
