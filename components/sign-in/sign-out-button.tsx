"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { Look } from "#components/ui/button-class.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { signOut } from "#features/identity/actions.ts";

export function SignOutButton({ look = "quiet" }: { look?: Look }) {
  const t = useTranslations("login");
  const [, submit] = useActionState(signOut, null);
  return (
    <form action={submit}>
      <SubmitButton look={look}>{t("signOut")}</SubmitButton>
    </form>
  );
}
