"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Note } from "#components/ui/note.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { setPasswordByLink } from "#features/people/actions.ts";

type Props = { token: string; asksWho: boolean; asksSite: boolean; email?: string };
type Kept = { name: string; email: string; siteName: string; sentence: string | null };

/** Sets a password with a one-time link. What was typed stays when the answer is no; passwords do not. */
export function PasswordLinkForm({ token, asksWho, asksSite, email }: Props) {
  const t = useTranslations("login");
  const [kept, submit] = useActionState(
    async (_before: Kept, form: FormData): Promise<Kept> => {
      const outcome = await setPasswordByLink(form);
      const typed = (name: string) => String(form.get(name) ?? "");
      return {
        name: typed("name"),
        email: typed("email"),
        siteName: typed("siteName"),
        sentence: outcome.ok ? null : outcome.sentence,
      };
    },
    { name: "", email: "", siteName: "", sentence: null },
  );
  return (
    <form action={submit} noValidate className="space-y-5">
      <input type="hidden" name="token" value={token} />
      {asksSite ? (
        <Field
          id="siteName"
          name="siteName"
          label={t("siteName")}
          hint={t("siteNameHint")}
          defaultValue={kept.siteName}
          required
        />
      ) : null}
      {asksWho ? (
        <>
          <Field id="name" name="name" label={t("name")} autoComplete="name" defaultValue={kept.name} required />
          <Field
            id="email"
            name="email"
            type="email"
            label={t("email")}
            autoComplete="username"
            autoCapitalize="none"
            defaultValue={kept.email}
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
      {kept.sentence ? <Note look="problem">{kept.sentence}</Note> : null}
      <SubmitButton className="w-full" waiting={t("setting")}>
        {asksWho ? t("create") : t("setPassword")}
      </SubmitButton>
    </form>
  );
}
