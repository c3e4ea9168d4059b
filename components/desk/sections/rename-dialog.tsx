"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { sectionPath } from "#features/addresses/public.ts";
import { proposeSectionName } from "#features/renaming/actions.ts";
import { slugOf } from "#features/text/slug.ts";
import { useChoice } from "../use-choice.ts";

type Name = { name: string; slug: string };

type Props = {
  section: Name & { id: number };
  /** What stands as proposed: whoever proposes again begins from there. */
  proposed: Name | null;
  path: string;
  opened: boolean;
  host: string;
  /** What was done last about the name, as it is on the screen. */
  base: number;
};

/** What a section shall be called. Its address follows the name until somebody types one. */
export function RenameDialog({ section, proposed, path, opened, host, base }: Props) {
  const t = useTranslations("desk.sections");
  const press = useTranslations("desk.press");
  const first = proposed ?? section;
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(first.name);
  const [typed, setTyped] = useState<string | null>(null);
  const { outcome, send } = useChoice(proposeSectionName, () => setOpen(false));
  const slug = typed ?? (name === first.name ? first.slug : slugOf(name));
  // Sent without an address, it gets one of its name.
  const meant = slug.trim() || slugOf(name);
  const isMoved = meant !== section.slug;
  return (
    <Dialog
      title={t("renameTitle", { name: section.name })}
      about={t("renameAbout")}
      open={open}
      onOpenChange={(opens) => {
        setOpen(opens);
        setName(first.name);
        setTyped(null);
      }}
      trigger={
        <Button aria-label={t(proposed === null ? "renameOf" : "proposeAgainOf", { name: path })}>
          {t(proposed === null ? "rename" : "proposeAgain")}
        </Button>
      }
    >
      <Form action={send} outcome={outcome}>
        {(problems) => (
          <>
            <HiddenFields of={{ sectionId: section.id, base }} />
            <Field
              id={`name-${section.id}`}
              name="name"
              label={t("name")}
              problem={problems.name}
              value={name}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
            <Field
              id={`slug-${section.id}`}
              name="slug"
              label={t("slug")}
              problem={problems.slug}
              value={slug}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              hint={
                <span aria-live="polite" className="break-words text-ink">
                  {meant === "" ? null : (
                    <>
                      {t("willStandAt", { address: `${host}${sectionPath(meant)}` })}{" "}
                      {isMoved
                        ? t(opened ? "oldLeadsOn" : "nobodyKnows", { old: sectionPath(section.slug) })
                        : t("addressStays")}
                    </>
                  )}
                </span>
              }
              onChange={(event) => setTyped(event.target.value)}
            />
            {isMoved ? <Button onClick={() => setTyped(section.slug)}>{t("keepAddress")}</Button> : null}
            <DialogActions
              close={press("cancel")}
              main={<SubmitButton waiting={press("waiting")}>{t("propose")}</SubmitButton>}
            />
          </>
        )}
      </Form>
    </Dialog>
  );
}
