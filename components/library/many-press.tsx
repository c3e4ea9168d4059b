"use client";

import { useTranslations } from "next-intl";
import { Actions } from "#components/ui/actions.tsx";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useOutcome } from "#components/ui/use-outcome.ts";
import { changeManyFiles } from "#features/library/actions.ts";
import type { Chosen } from "#features/library/many.ts";
import type { ManyTyped } from "./many-typed.ts";

type Props = { files: readonly Chosen[]; typed: ManyTyped; count: number };

/** Says it of all of them. */
export function ManyPress({ files, typed, count }: Props) {
  const t = useTranslations("library.many");
  const [outcome, send] = useOutcome(changeManyFiles);
  return (
    <Form action={send} outcome={outcome} className="space-y-3">
      {() => (
        <>
          {files.map(({ id, version, rights }) => (
            <input key={id} type="hidden" name="chosen" value={`${id}.${version}.${rights.rightsVersion}`} />
          ))}
          {/* What the server reads as not said, it reads so where it is empty. */}
          <HiddenFields of={{ credit: "", keywords: "", ...typed }} />
          <Actions main={<SubmitButton waiting={t("changing")}>{t("change", { count })}</SubmitButton>} />
        </>
      )}
    </Form>
  );
}
