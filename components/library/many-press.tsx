"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { changeManyFiles } from "#features/library/actions.ts";
import type { Chosen } from "#features/library/many.ts";

type Props = { files: readonly Chosen[]; credit: string; keywords: string; count: number };

/** Says it of all of them. */
export function ManyPress({ files, credit, keywords, count }: Props) {
  const t = useTranslations("library.many");
  const [outcome, send] = useActionState(changeManyFiles, null);
  return (
    <Form action={send} outcome={outcome} className="space-y-3">
      {() => (
        <>
          {files.map(({ id, version }) => (
            <input key={id} type="hidden" name="chosen" value={`${id}.${version}`} />
          ))}
          <input type="hidden" name="credit" value={credit} />
          <input type="hidden" name="keywords" value={keywords} />
          <Actions main={<SubmitButton waiting={t("changing")}>{t("change", { count })}</SubmitButton>} />
        </>
      )}
    </Form>
  );
}
