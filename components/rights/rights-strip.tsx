"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { saidAgain, useUnsaid } from "#components/editor/files/use-file.ts";
import { Button } from "#components/ui/button.tsx";
import { RightsDialog } from "./rights-dialog.tsx";

/** Says of how many of these pictures nobody has said by what right they are shown, with a way to say it of all of them at once. */
export function RightsStrip({ hashes, onSaid }: { hashes: readonly string[]; onSaid?: () => void }): ReactNode {
  const t = useTranslations("rights.set");
  const unsaid = useUnsaid(hashes);
  const [open, setOpen] = useState(false);
  const [answered, setAnswered] = useState(false);
  return (
    <>
      {unsaid.length > 0 ? (
        <section
          aria-label={t("title")}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-warn bg-field px-4 py-3"
        >
          <div className="min-w-0 grow basis-64">
            <p className="font-semibold">{t("strip", { count: unsaid.length })}</p>
            <p className="text-sm text-ink-soft">{t("stripAbout")}</p>
          </div>
          <Button className="max-sm:w-full" onClick={() => setOpen(true)}>
            {t("open", { count: unsaid.length })}
          </Button>
        </section>
      ) : null}
      <p role="status" className="sr-only">
        {answered && unsaid.length === 0 ? t("all") : null}
      </p>
      {open ? (
        <RightsDialog
          files={unsaid}
          onSaid={(said) => {
            setAnswered(true);
            void saidAgain(said);
            onSaid?.();
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
