"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { Field, SelectField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Note } from "#components/ui/note.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { collectFiles } from "#features/library/actions.ts";
import { type Collection, LONGEST_NAME } from "#features/library/collections.ts";

type Props = { fileIds: readonly number[]; all: readonly Pick<Collection, "id" | "name">[] };

/** Lays files into a collection that is there, or into a new one. */
export function CollectForm({ fileIds, all }: Props) {
  const t = useTranslations("library.collections");
  const [added, setAdded] = useState<number | null>(null);
  const { outcome, send, pending } = useSent(collectFiles, ({ count }) => setAdded(count));
  return (
    <Form action={send} outcome={outcome} onChange={() => setAdded(null)} className="space-y-3">
      {(problems) => (
        <>
          {fileIds.map((id) => (
            <input key={id} type="hidden" name="fileId" value={id} />
          ))}
          <div className="grid gap-3 sm:grid-cols-2">
            {all.length === 0 ? null : (
              <SelectField name="collectionId" label={t("into")} defaultValue="">
                <option value="">{t("choose")}</option>
                {all.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </SelectField>
            )}
            <Field
              {...{
                id: "collection-name",
                name: "name",
                label: t(all.length === 0 ? "first" : "new"),
                problem: problems.name,
              }}
              maxLength={LONGEST_NAME}
              autoComplete="off"
            />
          </div>
          {added === null || pending || !outcome?.ok ? null : <Note look="done">{t("added", { count: added })}</Note>}
          <Actions
            main={
              <SubmitButton look="plain" waiting={t("adding")}>
                {t("add", { count: fileIds.length })}
              </SubmitButton>
            }
          />
        </>
      )}
    </Form>
  );
}
