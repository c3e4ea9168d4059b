"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Form } from "#components/ui/form.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { changePassword } from "#features/accounts/actions.ts";

export function ChangePasswordForm() {
  const t = useTranslations("login");
  const [said, submit] = useActionState(changePassword, null);
  return (
    <Form action={submit} outcome={said} className="space-y-5">
      {(problems) => (
        <>
          <PasswordField
            id="present"
            name="present"
            problem={problems.present}
            label={t("present")}
            autoComplete="current-password"
            required
          />
          <PasswordField
            id="wanted"
            name="wanted"
            problem={problems.wanted}
            label={t("wanted")}
            hint={t("rules")}
            autoComplete="new-password"
            required
          />
          <p className="text-sm text-ink-soft">{t("endsSessions")}</p>
          <SubmitButton className="w-full" waiting={t("changing")}>
            {t("change")}
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
