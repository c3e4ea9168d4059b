import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field, SelectField } from "#components/ui/field.tsx";
import type { FileKind } from "#features/files/media.ts";
import type { FileView } from "./file-view.ts";
import { LibraryGrid } from "./library-grid.tsx";
import { useOffered } from "./use-offered.ts";

type Props = {
  kind?: FileKind;
  /** Whether several may be chosen. */
  many?: boolean;
  onChosen: (files: FileView[]) => void;
  onClose: () => void;
};

/** Files of the library to choose from, pictures if nothing else is said: the newest, or those that are looked for. */
export function LibraryDialog({ kind = "picture", many = false, onChosen, onClose }: Props): ReactNode {
  const t = useTranslations("editor.library");
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<readonly FileView[]>([]);
  const [collectionId, setCollectionId] = useState<number | null>(null);
  const { files, collections, state, more } = useOffered(kind, words, collectionId);
  const field = useId();
  const choose = (file: FileView) => {
    const others = chosen.filter(({ sha256 }) => sha256 !== file.sha256);
    if (others.length < chosen.length) setChosen(others);
    else setChosen(many ? [...chosen, file] : [file]);
  };
  return (
    <Dialog
      title={t("title", { kind })}
      about={t(many ? "about" : "aboutOne", { kind })}
      open
      wide
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
        <Field
          id={field}
          type="search"
          label={t("words")}
          value={words}
          maxLength={200}
          autoComplete="off"
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        {collections.length === 0 ? null : (
          <SelectField
            id={`${field}-collection`}
            label={t("collection")}
            className="sm:max-w-60"
            value={collectionId ?? ""}
            onChange={({ currentTarget: { value } }) => setCollectionId(value === "" ? null : Number(value))}
          >
            <option value="">{t("anyCollection")}</option>
            {collections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      <p role="status" className="text-sm text-ink-soft">
        {state === "there" ? t("found", { kind, count: files.length, more: String(more !== null) }) : t(state)}
      </p>
      <LibraryGrid files={files} chosen={chosen} onChoose={choose} more={more} />
      {/* In sight, however many pictures there are. */}
      <div className="sticky -bottom-5 z-10 -mx-5 -mb-5 border-line border-t bg-paper px-5 py-3">
        <DialogActions
          close={t("close")}
          main={
            <Button
              look="main"
              disabled={chosen.length === 0}
              onClick={() => {
                onChosen([...chosen]);
                onClose();
              }}
            >
              {t(many ? "put" : "putOne", { kind, count: chosen.length })}
            </Button>
          }
        />
      </div>
    </Dialog>
  );
}
