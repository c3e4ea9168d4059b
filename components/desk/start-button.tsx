"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { KindName } from "#features/kinds/kinds.ts";
import { startDocument } from "#features/moves/actions.ts";

type Props = { kind?: KindName; className?: string; wide?: boolean };

/** Begins an empty document and goes to it. */
export function StartButton({ kind = "article", className = "", wide = false }: Props) {
  const t = useTranslations("desk");
  const [outcome, start] = useActionState(startDocument, null);
  return (
    <form action={start} className={className}>
      <input type="hidden" name="kind" value={kind} />
      <SubmitButton waiting={t("shell.starting")} className={wide ? "w-full" : ""}>
        {t(`shell.start.${kind}`)}
      </SubmitButton>
      {outcome?.ok === false ? (
        <p role="alert" className="mt-1 text-sm text-danger">
          {outcome.sentence}
        </p>
      ) : null}
    </form>
  );
}
