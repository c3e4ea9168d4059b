"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Actions } from "#components/ui/actions.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useOutcome } from "#components/ui/use-outcome.ts";
import { libraryFilePath } from "#features/addresses/desk.ts";
import { binManyFiles } from "#features/library/actions.ts";
import type { Chosen } from "#features/library/many.ts";

/** Which of several files would go into the bin, which stay and why; and the press. */
export function BinMany({ files }: { files: readonly Chosen[] }) {
  const t = useTranslations("library.many");
  const list = useTranslations("library.list");
  const [outcome, send] = useOutcome(binManyFiles);
  const going = files.filter(({ mayChange, used }) => mayChange && !used);
  return (
    <section aria-labelledby="bin-many" className="space-y-3 rounded-lg border border-line bg-field px-4 py-3">
      <h2 id="bin-many" className="text-lg font-bold">
        {t("binTitle")}
      </h2>
      <p className="text-sm text-ink-soft">{t("binAbout")}</p>
      <ul className="divide-y divide-line">
        {files.map(({ id, sha256, caption, name, mayChange, used }) => (
          <li key={id} className="py-2">
            <p className="font-semibold break-words">
              <Link href={libraryFilePath(sha256)} prefetch={false} className="hover:underline">
                {caption || name || list("untitled")}
              </Link>
            </p>
            <p className={mayChange && !used ? "text-ink-soft" : "text-warn"}>
              {t(used ? "binStays" : mayChange ? "binGoes" : "effect.notYours")}
            </p>
          </li>
        ))}
      </ul>
      {going.length === 0 ? null : (
        <Form action={send} outcome={outcome} className="space-y-3">
          {() => (
            <>
              {going.map(({ id }) => (
                <input key={id} type="hidden" name="fileId" value={id} />
              ))}
              <Actions
                danger={
                  <SubmitButton look="danger" waiting={t("changing")}>
                    {t("bin", { count: going.length })}
                  </SubmitButton>
                }
              />
            </>
          )}
        </Form>
      )}
    </section>
  );
}
