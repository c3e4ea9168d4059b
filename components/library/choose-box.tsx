import { useTranslations } from "next-intl";
import type { LibraryFile } from "#features/library/types.ts";
import { CHOOSE_FORM } from "./choose-bar.tsx";

/** Chooses a file among others; its place is as large as a thumb needs. */
export function ChooseBox({ file, className }: { file: LibraryFile; className: string }) {
  const t = useTranslations("library.many");
  return (
    <label className={`z-10 grid size-11 cursor-pointer place-items-center ${className}`}>
      <input
        type="checkbox"
        name="file"
        value={file.id}
        form={CHOOSE_FORM}
        aria-label={t("choose", { name: file.caption || file.name })}
        className="size-5 accent-accent"
      />
    </label>
  );
}
