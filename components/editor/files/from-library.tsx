import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { SmallButton } from "../small-button.tsx";
import type { FileView } from "./file-view.ts";
import { LibraryDialog } from "./library-dialog.tsx";

/** Takes one picture from the library. */
export function FromLibrary({ onChosen }: { onChosen: (file: FileView) => void }): ReactNode {
  const t = useTranslations("editor.library");
  const [open, setOpen] = useState(false);
  return (
    <>
      <SmallButton className="sm:min-h-9 sm:py-1" onClick={() => setOpen(true)}>
        {t("take")}
      </SmallButton>
      {open ? (
        <LibraryDialog onChosen={([chosen]) => chosen && onChosen(chosen)} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
