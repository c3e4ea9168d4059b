"use client";

import { useTranslations } from "next-intl";
import { Actions } from "#components/ui/actions.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { invite } from "#features/people/actions.ts";
import type { SectionOption } from "#features/people/types.ts";
import { problemsOfPerson } from "#features/people/who.ts";
import type { Invited } from "./invite-panel.tsx";
import { RoleFields } from "./role-fields.tsx";

type Props = { places: readonly SectionOption[]; onInvited: (invited: Invited) => void };

export function InviteForm({ places, onInvited }: Props) {
  const t = useTranslations("people");
  const { outcome, send } = useSent(invite, onInvited);
  return (
    <Form action={send} outcome={outcome} check={problemsOfPerson}>
      {(problems) => (
        <>
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
          <Actions main={<SubmitButton waiting={t("creating")}>{t("create")}</SubmitButton>} />
        </>
      )}
    </Form>
  );
}
