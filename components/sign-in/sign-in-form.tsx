"use client";

import { useTranslations } from "next-intl";
import { useActionState, useRef } from "react";
import { Field } from "#components/ui/field.tsx";
import { Note } from "#components/ui/note.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { askIn, type SignedIn } from "./sign-in.ts";

type Said = { email: string; problem: string | null };

/** @param next a page of the desk, checked by the server */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("login");
  const secret = useRef<HTMLInputElement>(null);
  const [said, submit] = useActionState(
    async (_before: Said, form: FormData): Promise<Said> => {
      const [email, password] = [String(form.get("email")), String(form.get("password"))];
      if (email.trim() === "" || password === "") return { email, problem: t("needsBoth") };
      const answer = await askIn(email, password);
      if (!answer.in) {
        secret.current?.focus();
        return { email, problem: sentence(answer) };
      }
      window.location.assign(next);
      return new Promise(() => undefined);
    },
    { email: "", problem: null },
  );

  function sentence(answer: Exclude<SignedIn, { in: true }>): string {
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
    <form action={submit} noValidate className="space-y-5">
      {said.problem ? <Note look="problem">{said.problem}</Note> : null}
      <Field
        id="email"
        name="email"
        type="email"
        label={t("email")}
        defaultValue={said.email}
        autoComplete="username"
        autoCapitalize="none"
        autoFocus
        required
      />
      <PasswordField
        id="password"
        name="password"
        label={t("password")}
        autoComplete="current-password"
        ref={secret}
        required
      />
      <SubmitButton className="w-full" waiting={t("waiting")}>
        {t("submit")}
      </SubmitButton>
    </form>
  );
}
