"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Note } from "#components/ui/note.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { setPasswordByLink } from "#features/people/actions.ts";
import { Form } from "./form.tsx";

type Props = { token: string; asksWho: boolean; asksSite: boolean; email?: string };

/** Sets a password with a one-time link. What was typed stays when the answer is no. */
export function PasswordLinkForm({ token, asksWho, asksSite, email }: Props) {
  const t = useTranslations("login");
  const [said, submit] = useActionState(setPasswordByLink, null);
  return (
    <Form action={submit} className="space-y-5">
      <input type="hidden" name="token" value={token} />
      {asksSite ? (
        <Field id="siteName" name="siteName" label={t("siteName")} hint={t("siteNameHint")} required />
      ) : null}
      {asksWho ? (
        <>
          <Field id="name" name="name" label={t("name")} autoComplete="name" required />
          <Field
            id="email"
            name="email"
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
        label={t("password")}
        hint={t("rules")}
        autoComplete="new-password"
        required
      />
      {said?.ok === false ? <Note look="problem">{said.sentence}</Note> : null}
      <SubmitButton className="w-full" waiting={t("setting")}>
        {asksWho ? t("create") : t("setPassword")}
      </SubmitButton>
    </Form>
  );
}
