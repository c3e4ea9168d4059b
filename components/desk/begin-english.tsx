"use client";

import { useTranslations } from "next-intl";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { beginEnglish } from "#features/translations/actions.ts";

/** Begins the English sister of an article or a page and goes to it. @param original its number */
export function BeginEnglish({ original }: { original: number }) {
  const t = useTranslations("desk");
  const { outcome, send } = useSent(beginEnglish);
  return (
    <Form action={send} outcome={outcome} className="space-y-1">
      {() => (
        <>
          <HiddenFields of={{ original }} />
          <SubmitButton waiting={t("shell.starting")}>{t("english.begin")}</SubmitButton>
        </>
      )}
    </Form>
  );
}
