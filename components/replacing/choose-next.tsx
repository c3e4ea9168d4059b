"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { LibraryDialog } from "#components/editor/files/library-dialog.tsx";
import { OnItsWay } from "#components/editor/files/on-its-way.tsx";
import { useChooser } from "#components/editor/files/use-chooser.tsx";
import { useUploads } from "#components/editor/files/use-uploads.ts";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { replaceFilePath } from "#features/addresses/desk.ts";
import { type FileKind, mediaOf } from "#features/files/media.ts";

type Props = {
  sha256: string;
  mediaType: string;
  personId: number;
  /** Whether one was chosen that can stand in the old one's place. */
  isChosen: boolean;
};

/** What the editor's dialog of the library shows. */
const OFFERED: readonly FileKind[] = ["picture", "video", "audio"];
const NONE = new Map();
/** There is one place that a file is brought to. */
const PLACE = "next";

/** Where the new file comes from: it is brought now, or taken from the library. */
export function ChooseNext({ sha256, mediaType, personId, isChosen }: Props) {
  const t = useTranslations("replacing");
  const router = useRouter();
  const uploads = useUploads(`${personId}/replace/${sha256}`, { whose: personId });
  const all = useSyncExternalStore(uploads.subscribe, uploads.all, () => NONE as ReturnType<typeof uploads.all>);
  const [isOpen, setOpen] = useState(false);
  const kind = mediaOf(mediaType)?.kind ?? "picture";
  const { choose, field } = useChooser({ kind, onChosen: ([file]) => file && uploads.bring(PLACE, file) });
  useEffect(() => {
    const ends = [
      uploads.heldBy(() => true),
      uploads.onArrived((id, file) => {
        uploads.forget(id);
        router.replace(replaceFilePath(sha256, file), { scroll: false });
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [uploads, router, sha256]);
  const upload = all.get(PLACE);
  return (
    <section aria-label={t("choose")} className="space-y-3">
      {upload === undefined ? null : (
        <OnItsWay
          upload={upload}
          className="flex flex-wrap items-center gap-2 text-sm text-ink-soft [&.is-problem]:text-danger"
          onCancel={() => uploads.cancel(PLACE)}
          onAgain={() => uploads.again(PLACE)}
        />
      )}
      <Actions
        main={
          <Button look={isChosen ? "plain" : "main"} onClick={choose}>
            {t("bring")}
          </Button>
        }
        others={OFFERED.includes(kind) ? <Button onClick={() => setOpen(true)}>{t("fromLibrary")}</Button> : null}
      />
      {field}
      {isOpen ? (
        <LibraryDialog
          kind={kind}
          onChosen={([chosen]) => chosen && router.replace(replaceFilePath(sha256, chosen.sha256), { scroll: false })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </section>
  );
}
