"use client";

import { useTranslations } from "next-intl";
import { useActionState, useRef } from "react";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { onlyProblems } from "#lib/only-problems.ts";
import type { Outcome } from "#lib/outcome.ts";
import { askIn, type SignedIn } from "./sign-in.ts";

type No = Extract<Outcome<never>, { ok: false }>;

const no = (sentence: string): No => ({ ok: false, code: "bad_input", sentence });

/** @param next a page of the desk, checked by the server */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("login");
  const secret = useRef<HTMLInputElement>(null);
  const [outcome, submit] = useActionState(async (_before: No | null, typed: FormData): Promise<No | null> => {
    const [email, password] = [String(typed.get("email")), String(typed.get("password"))];
    const missing = onlyProblems({
      email: email.trim() === "" ? t("needsEmail") : null,
      password: password === "" ? t("needsPassword") : null,
    });
    if (Object.keys(missing).length > 0) return { ...no(t("needsBoth")), fields: missing };
    const answer = await askIn(email, password);
    if (!answer.in) {
      // What is typed next replaces the wrong password, unless it is being mended already.
      const now = new FormData(secret.current?.form ?? undefined);
      if (now.get("email") === email && now.get("password") === password) {
        secret.current?.focus();
        secret.current?.select();
      }
      return no(sentence(answer));
    }
    window.location.assign(next);
    return new Promise(() => undefined);
  }, null);

  function sentence(answer: Exclude<SignedIn, { in: true }>): string {
    if (answer.why === "refused") return answer.sentence;
    if (answer.why !== "wait") return t(answer.why);
    const { seconds } = answer;
    const time = new Date(Date.now() + seconds * 1_000).toLocaleTimeString("vi-VN", {
      hour: "2-digit",
      minute: "2-digit",
      second: seconds < 120 ? "2-digit" : undefined,
    });
    return seconds < 120
      ? t("waitSeconds", { seconds, time })
      : t("waitMinutes", { minutes: Math.ceil(seconds / 60), time });
  }

  return (
    <Form action={submit} outcome={outcome} className="space-y-5">
      {(problems) => (
        <>
          <Field
            name="email"
            type="email"
            label={t("email")}
            autoComplete="username"
            autoCapitalize="none"
            autoFocus
            problem={problems.email}
            required
          />
          <PasswordField
            name="password"
            label={t("password")}
            autoComplete="current-password"
            problem={problems.password}
            ref={secret}
            required
          />
          <SubmitButton className="w-full" waiting={t("waiting")}>
            {t("submit")}
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
