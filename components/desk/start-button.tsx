"use client";

import { useTranslations } from "next-intl";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useOutcome } from "#components/ui/use-outcome.ts";
import type { KindName } from "#features/kinds/kinds.ts";
import { startDocument } from "#features/moves/actions.ts";

type Props = { kind: KindName; className?: string; wide?: boolean };

/** Begins an empty document and goes to it. */
export function StartButton({ kind, className = "", wide = false }: Props) {
  const t = useTranslations("desk");
  const [outcome, start] = useOutcome(startDocument);
  return (
    <Form action={start} outcome={outcome} className={`space-y-1 ${className}`}>
      {() => (
        <>
          <HiddenFields of={{ kind }} />
          <SubmitButton waiting={t("shell.starting")} className={wide ? "w-full" : ""}>
            {t(`shell.start.${kind}`)}
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
