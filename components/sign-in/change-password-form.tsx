"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Note } from "#components/ui/note.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { changePassword } from "#features/identity/actions.ts";
import { Form } from "./form.tsx";

export function ChangePasswordForm() {
  const t = useTranslations("login");
  const [said, submit] = useActionState(changePassword, null);
  return (
    <Form action={submit} className="space-y-5">
      <PasswordField id="present" name="present" label={t("present")} autoComplete="current-password" required />
      <PasswordField
        id="wanted"
        name="wanted"
        label={t("wanted")}
        hint={t("rules")}
        autoComplete="new-password"
        required
      />
      <p className="text-sm text-ink-soft">{t("endsSessions")}</p>
      {said?.ok === false ? <Note look="problem">{said.sentence}</Note> : null}
      <SubmitButton className="w-full" waiting={t("changing")}>
        {t("change")}
      </SubmitButton>
    </Form>
  );
}
