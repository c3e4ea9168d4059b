"use client";

import { useTranslations } from "next-intl";
import { Actions } from "#components/ui/actions.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { takeFilesOut } from "#features/library/actions.ts";
import type { Collection } from "#features/library/collections.ts";

/** Takes files out of a collection; they stay in the library. */
export function TakeOut({ fileIds, from }: { fileIds: readonly number[]; from: Collection }) {
  const t = useTranslations("library.collections");
  const { outcome, send } = useSent(takeFilesOut);
  return (
    <Form action={send} outcome={outcome} className="">
      {() => (
        <>
          {fileIds.map((id) => (
            <input key={id} type="hidden" name="fileId" value={id} />
          ))}
          <input type="hidden" name="collectionId" value={from.id} />
          <Actions
            inList
            main={
              <SubmitButton look="quiet" waiting={t("taking")} aria-label={t("takeOutOf", { name: from.name })}>
                {t("takeOut")}
              </SubmitButton>
            }
          />
        </>
      )}
    </Form>
  );
}
