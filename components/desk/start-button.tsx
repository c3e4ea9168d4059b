"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { startArticle } from "#features/moves/actions.ts";

/** Begins an empty article and goes to it. */
export function StartButton({ className = "", wide = false }: { className?: string; wide?: boolean }) {
  const t = useTranslations("desk");
  const [outcome, start] = useActionState(startArticle, null);
  return (
    <form action={start} className={className}>
      <SubmitButton waiting={t("shell.starting")} className={wide ? "w-full" : ""}>
        {t("shell.start")}
      </SubmitButton>
      {outcome?.ok === false ? (
        <p role="alert" className="mt-1 text-sm text-danger">
          {outcome.sentence}
        </p>
      ) : null}
    </form>
  );
}
