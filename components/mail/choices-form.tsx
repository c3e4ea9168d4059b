"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { Form } from "#components/ui/form.tsx";
import { Note } from "#components/ui/note.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useOutcome } from "#components/ui/use-outcome.ts";
import { chooseMail } from "#features/mail/actions.ts";
import { MAIL_KINDS, type MailKind } from "#features/mail/kinds.ts";

/** Which kinds of mail somebody wants, each a box to tick. */
export function ChoicesForm({ wanted }: { wanted: readonly MailKind[] }) {
  const t = useTranslations("mail");
  const [outcome, send, pending] = useOutcome(chooseMail);
  // Once a box is touched, what was saved before is no news of what is shown.
  const [passed, setPassed] = useState<typeof outcome>(null);
  return (
    <Form action={send} outcome={outcome} onChange={() => setPassed(outcome)}>
      {() => (
        <>
          <fieldset className="divide-y divide-line">
            <legend className="sr-only">{t("account.wants")}</legend>
            {MAIL_KINDS.map((kind) => (
              <Choice key={kind} kind={kind} isWanted={wanted.includes(kind)} />
            ))}
          </fieldset>
          {outcome?.ok && outcome !== passed && !pending ? <Note look="done">{t("account.saved")}</Note> : null}
          <Actions main={<SubmitButton waiting={t("account.saving")}>{t("account.save")}</SubmitButton>} />
        </>
      )}
    </Form>
  );
}

function Choice({ kind, isWanted }: { kind: MailKind; isWanted: boolean }) {
  const t = useTranslations("mail");
  return (
    <label className="flex min-h-11 items-start gap-3 py-3">
      <input
        type="checkbox"
        name="wanted"
        value={kind}
        defaultChecked={isWanted}
        aria-labelledby={`${kind}-name`}
        aria-describedby={`${kind}-about`}
        className="mt-0.5 size-5 shrink-0 accent-accent"
      />
      <span>
        <span id={`${kind}-name`} className="block font-semibold">
          {t(`kinds.${kind}`, { What: t("anything") })}
        </span>
        <span id={`${kind}-about`} className="block text-sm text-ink-soft">
          {t(`kindsAbout.${kind}`)}
        </span>
      </span>
    </label>
  );
}
