"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useOutcome } from "#components/ui/use-outcome.ts";
import { useSent } from "#components/ui/use-sent.ts";
import { dropCollection, renameCollection } from "#features/library/actions.ts";
import { type Collection, LONGEST_NAME } from "#features/library/collections.ts";

type Props = { collection: Collection & { mayChange: boolean } };

/** What the library is narrowed to: a collection, which can be called something else, and forgotten. */
export function CollectionHead({ collection }: Props) {
  const t = useTranslations("library.collections");
  return (
    <section aria-labelledby="collection" className="mb-4 rounded-lg border border-line bg-field px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0 grow basis-60">
          <p className="text-sm text-ink-soft">{t("title")}</p>
          <h2 id="collection" className="text-lg font-bold break-words">
            {collection.name}
          </h2>
          <p className="text-sm text-ink-soft">{t("addMore")}</p>
        </div>
        {collection.mayChange ? (
          <Actions inList others={<Rename collection={collection} />} danger={<Drop collection={collection} />} />
        ) : null}
      </div>
    </section>
  );
}

function Rename({ collection: { id, name } }: { collection: Collection }) {
  const t = useTranslations("library.collections");
  const [open, setOpen] = useState(false);
  const { outcome, send } = useSent(renameCollection, () => setOpen(false));
  return (
    <Dialog title={t("renameTitle")} open={open} onOpenChange={setOpen} trigger={<Button>{t("rename")}</Button>}>
      <Form action={send} outcome={outcome}>
        {(problems) => (
          <>
            <input type="hidden" name="collectionId" value={id} />
            <Field
              {...{ id: "new-name", name: "name", label: t("name"), problem: problems.name }}
              defaultValue={name}
              maxLength={LONGEST_NAME}
              autoComplete="off"
            />
            <DialogActions
              close={t("cancel")}
              main={<SubmitButton waiting={t("renaming")}>{t("save")}</SubmitButton>}
            />
          </>
        )}
      </Form>
    </Dialog>
  );
}

function Drop({ collection: { id, name } }: { collection: Collection }) {
  const t = useTranslations("library.collections");
  const [outcome, send] = useOutcome(dropCollection);
  return (
    <Dialog
      title={t("dropTitle", { name })}
      about={t("dropAbout")}
      trigger={<Button look="danger">{t("drop")}</Button>}
    >
      <Form action={send} outcome={outcome}>
        {() => (
          <>
            <input type="hidden" name="collectionId" value={id} />
            <DialogActions
              close={t("keep")}
              danger={
                <SubmitButton look="danger" waiting={t("dropping")}>
                  {t("drop")}
                </SubmitButton>
              }
            />
          </>
        )}
      </Form>
    </Dialog>
  );
}
