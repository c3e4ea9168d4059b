"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, useEffect } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { verifyNow } from "#features/jobs/actions.ts";

/** How often a page that is looked at asks whether it is done, in milliseconds. */
const ASKS_EVERY_MS = 3_000;

const USELESS = { "aria-disabled": true, onClick: (event: MouseEvent) => event.preventDefault() };

type Props = {
  label: string;
  /** On the button while the press is sent. */
  working: string;
  /** A look waits or runs: the page renews itself until that is done. */
  goesOn: boolean;
};

/** Has the whole database looked over. */
export function VerifyButton({ label, working, goesOn }: Props) {
  const { refresh } = useRouter();
  const { outcome, send } = useSent(verifyNow);
  useEffect(() => {
    if (!goesOn) return;
    const timer = setInterval(() => document.visibilityState === "visible" && refresh(), ASKS_EVERY_MS);
    return () => clearInterval(timer);
  }, [goesOn, refresh]);
  return (
    <Form action={send} outcome={outcome}>
      {() => (
        <Actions
          inList
          main={
            <SubmitButton look="plain" waiting={working} {...(goesOn && USELESS)}>
              {label}
            </SubmitButton>
          }
        />
      )}
    </Form>
  );
}
