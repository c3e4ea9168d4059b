import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { FileKind } from "#features/files/media.ts";
import { SmallButton } from "../small-button.tsx";
import type { FileView } from "./file-view.ts";
import { LibraryDialog } from "./library-dialog.tsx";

type Props = { kind?: FileKind; onChosen: (file: FileView) => void };

/** Takes one file from the library, a picture if nothing else is said. */
export function FromLibrary({ kind = "picture", onChosen }: Props): ReactNode {
  const t = useTranslations("editor.library");
  const [open, setOpen] = useState(false);
  return (
    <>
      <SmallButton className="sm:min-h-9 sm:py-1" onClick={() => setOpen(true)}>
        {t("take")}
      </SmallButton>
      {open ? (
        <LibraryDialog kind={kind} onChosen={([chosen]) => chosen && onChosen(chosen)} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
