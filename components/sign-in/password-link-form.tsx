"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { setPasswordByLink } from "#features/people/actions.ts";

type Props = { token: string; asksWho: boolean; asksSite: boolean; email?: string };

/** Sets a password with a one-time link. What was typed stays when the answer is no. */
export function PasswordLinkForm({ token, asksWho, asksSite, email }: Props) {
  const t = useTranslations("login");
  const [said, submit] = useActionState(setPasswordByLink, null);
  return (
    <Form action={submit} outcome={said} className="space-y-5">
      {(problems) => (
        <>
          <input type="hidden" name="token" value={token} />
          {asksSite ? (
            <Field
              id="siteName"
              name="siteName"
              problem={problems.siteName}
              label={t("siteName")}
              hint={t("siteNameHint")}
              required
            />
          ) : null}
          {asksWho ? (
            <>
              <Field id="name" name="name" problem={problems.name} label={t("name")} autoComplete="name" required />
              <Field
                id="email"
                name="email"
                problem={problems.email}
                type="email"
                label={t("email")}
                autoComplete="username"
                autoCapitalize="none"
                required
              />
            </>
          ) : (
            // Password managers file the new password under the right account.
            <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          )}
          <PasswordField
            id="password"
            name="password"
            problem={problems.password}
            label={t("password")}
            hint={t("rules")}
            autoComplete="new-password"
            required
          />
          <SubmitButton className="w-full" waiting={t("setting")}>
            {asksWho ? t("create") : t("setPassword")}
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
