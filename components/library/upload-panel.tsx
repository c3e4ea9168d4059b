"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { ScreenHead } from "#components/desk/screen-head.tsx";
import { OnItsWay } from "#components/editor/files/on-its-way.tsx";
import { useChooser } from "#components/editor/files/use-chooser.tsx";
import { useUploads } from "#components/editor/files/use-uploads.ts";
import { RightsStrip } from "#components/rights/rights-strip.tsx";
import { Button } from "#components/ui/button.tsx";
import { LINK } from "#components/ui/button-class.ts";
import { libraryFilePath } from "#features/addresses/desk.ts";
import { FILE_KINDS } from "#features/files/media.ts";
import { useDropped } from "./use-dropped.ts";

type Props = { title: string; about: string; personId: number };

const NONE = new Map();

/** The head of the library, with the button by which files are brought, and how far those are that are on their way. */
export function UploadPanel({ title, about, personId }: Props) {
  const t = useTranslations("library.upload");
  const { refresh } = useRouter();
  const uploads = useUploads(`${personId}/library`, { whose: personId });
  const all = useSyncExternalStore(uploads.subscribe, uploads.all, () => NONE as ReturnType<typeof uploads.all>);
  /** What has come since the page was opened, by the SHA-256 of its bytes. */
  const [come, setCome] = useState<ReadonlyMap<string, string>>(new Map());
  const bring = (files: readonly File[]) => {
    for (const file of files) uploads.bring(crypto.randomUUID(), file);
  };
  const { choose, field } = useChooser({ kind: FILE_KINDS, multiple: true, onChosen: bring });
  const isOver = useDropped(bring);
  useEffect(() => {
    const ends = [
      uploads.heldBy(() => true),
      uploads.onArrived((id, file) => {
        const name = uploads.of(id)?.name ?? "";
        setCome((before) => new Map(before).set(file, name));
        uploads.forget(id);
        refresh();
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [uploads, refresh]);
  return (
    <>
      <ScreenHead title={title} about={about}>
        <Button look="main" className="max-sm:w-full" onClick={choose}>
          {t("bring")}
        </Button>
      </ScreenHead>
      {field}
      {isOver ? (
        <p className="mb-4 rounded-lg border-2 border-accent border-dashed p-6 text-center font-semibold">
          {t("drop")}
        </p>
      ) : null}
      {all.size > 0 || come.size > 0 ? (
        <section aria-label={t("list")} className="mb-4 rounded-lg border border-line bg-field px-4 py-2">
          {all.size > 0 ? (
            <ul className="divide-y divide-line">
              {[...all.values()].map((upload) => (
                <li key={upload.id}>
                  <OnItsWay
                    upload={upload}
                    className="flex flex-wrap items-center gap-2 py-2 text-sm text-ink-soft [&.is-problem]:text-danger"
                    onCancel={() => uploads.cancel(upload.id)}
                    onAgain={() => uploads.again(upload.id)}
                  />
                </li>
              ))}
            </ul>
          ) : null}
          <div aria-live="polite">
            {come.size > 0 ? (
              <>
                <p className="pt-1 font-semibold text-ok">{t("come", { count: come.size })}</p>
                <ul className="flex flex-wrap gap-x-4">
                  {[...come].map(([file, name]) => (
                    <li key={file} className="min-w-0">
                      <a className={`${LINK} max-w-full break-all`} href={libraryFilePath(file)}>
                        {name}
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
          </div>
        </section>
      ) : null}
      <div className="mb-4 empty:hidden">
        <RightsStrip hashes={[...come.keys()]} onSaid={refresh} />
      </div>
    </>
  );
}
