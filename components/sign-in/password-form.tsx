"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { type Action, useOutcome } from "#components/ui/use-outcome.ts";
import { changePassword } from "#features/accounts/actions.ts";
import { lengthProblem, presentProblem } from "#features/accounts/typed-password.ts";
import { setPasswordByLink } from "#features/people/actions.ts";
import { problemsOfPerson, siteNameProblem } from "#features/people/who.ts";
import type { Problems } from "#lib/checked.ts";
import { onlyProblems } from "#lib/only-problems.ts";

type Props = {
  action: Action<never>;
  /** What is wrong with the fields that come before the password. */
  check: (typed: Record<string, string>) => Problems;
  before: (problems: Problems) => ReactNode;
  /** What the new password is called. */
  label: string;
  after?: ReactNode;
  /** On the button, and while it works. */
  press: string;
  waiting: string;
};

/** Asks for a new password. What was typed stays when the answer is no. */
function PasswordForm({ action, check, before, label, after, press, waiting }: Props) {
  const t = useTranslations("login");
  const [said, submit] = useOutcome(action);
  return (
    <Form
      action={submit}
      outcome={said}
      check={(typed) => ({ ...check(typed), ...onlyProblems({ password: lengthProblem(typed.password ?? "") }) })}
      className="space-y-5"
    >
      {(problems) => (
        <>
          {before(problems)}
          <PasswordField
            name="password"
            problem={problems.password}
            label={label}
            hint={t("rules")}
            autoComplete="new-password"
            required
          />
          {after}
          <SubmitButton className="w-full" waiting={waiting}>
            {press}
          </SubmitButton>
        </>
      )}
    </Form>
  );
}

/** A new password for oneself. */
export function ChangePasswordForm() {
  const t = useTranslations("login");
  return (
    <PasswordForm
      action={changePassword}
      check={({ present = "" }) => onlyProblems({ present: presentProblem(present) })}
      before={(problems) => (
        <PasswordField
          name="present"
          problem={problems.present}
          label={t("present")}
          autoComplete="current-password"
          required
        />
      )}
      label={t("wanted")}
      after={<p className="text-sm text-ink-soft">{t("endsSessions")}</p>}
      press={t("change")}
      waiting={t("changing")}
    />
  );
}

type LinkProps = { token: string; asksWho: boolean; asksSite: boolean; email?: string };

/** A password with a one-time link; whoever comes first says who they are as well. */
export function PasswordLinkForm({ token, asksWho, asksSite, email }: LinkProps) {
  const t = useTranslations("login");
  return (
    <PasswordForm
      action={setPasswordByLink}
      check={(typed) => ({
        ...(asksSite ? onlyProblems({ siteName: siteNameProblem(typed.siteName ?? "") }) : {}),
        ...(asksWho ? problemsOfPerson(typed) : {}),
      })}
      before={(problems) => (
        <>
          <input type="hidden" name="token" value={token} />
          {asksSite ? (
            <Field
              name="siteName"
              problem={problems.siteName}
              label={t("siteName")}
              hint={t("siteNameHint")}
              required
            />
          ) : null}
          {asksWho ? (
            <>
              <Field name="name" problem={problems.name} label={t("name")} autoComplete="name" required />
              <Field
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
        </>
      )}
      label={t("password")}
      press={asksWho ? t("create") : t("setPassword")}
      waiting={t("setting")}
    />
  );
}
