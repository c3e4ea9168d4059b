"use client";

import { useTranslations } from "next-intl";
import { Actions } from "#components/ui/actions.tsx";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { Note } from "#components/ui/note.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { giveRole } from "#features/people/actions.ts";
import type { SectionOption } from "#features/people/types.ts";
import { RoleFields } from "./role-fields.tsx";

export function GiveRoleForm({ personId, places }: { personId: number; places: readonly SectionOption[] }) {
  const t = useTranslations("people");
  const { outcome, send } = useSent(giveRole);
  return (
    <Form action={send} outcome={outcome}>
      {() => (
        <>
          <HiddenFields of={{ personId }} />
          <RoleFields id={`give-${personId}`} places={places} />
          {outcome?.ok ? (
            <Note look={outcome.value.hours > 0 ? "warning" : "done"}>
              {outcome.value.hours > 0 ? t("roleWaits", { hours: outcome.value.hours }) : t("given")}
            </Note>
          ) : null}
          <Actions
            main={
              <SubmitButton look="plain" waiting={t("giving")}>
                {t("give")}
              </SubmitButton>
            }
          />
        </>
      )}
    </Form>
  );
}
