"use client";

import { useTranslations } from "next-intl";
import { calledOf } from "#components/desk/called.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useOutcome } from "#components/ui/use-outcome.ts";
import { press } from "#features/moves/actions.ts";
import { PressForm, type Target } from "./press-form.tsx";

/** Opens an update of what readers have, from a page that shows it. */
export function ReviseButton({ target }: { target: Target }) {
  const t = useTranslations("desk");
  const [outcome, send] = useOutcome(press);
  return (
    <div className="max-sm:w-full">
      <PressForm press="revise" target={target} send={send} outcome={outcome}>
        <SubmitButton waiting={t("press.waiting")} className="w-full">
          {t("presses.revise", calledOf(target.kind))}
        </SubmitButton>
      </PressForm>
    </div>
  );
}
