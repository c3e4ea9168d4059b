import Link from "next/link";
import { useTranslations } from "next-intl";
import { LINK } from "#components/ui/button-class.ts";
import { libraryFilePath } from "#features/addresses/desk.ts";
import { nameOf } from "#features/files/media.ts";
import type { BesideFile } from "#features/library/beside.ts";
import type { MayGo } from "#features/library/deeds.ts";
import { FilePicture, FileType } from "./file-picture.tsx";

type Props = { press: keyof MayGo; beside: readonly BesideFile[] };

/** What belongs to a video and would go with it by a press, each with a box that is ticked; and what stays, with why. */
export function AlongFiles({ press, beside }: Props) {
  const t = useTranslations("library.going.along");
  const asked = beside.filter(({ does }) => does[press] !== undefined);
  if (asked.length === 0) return null;
  return (
    <fieldset className="rounded-lg border border-line px-3 pt-1 pb-2">
      <legend className="px-1 font-semibold">{t("title")}</legend>
      <p className="text-sm text-ink-soft">{t("about")}</p>
      <ul className="divide-y divide-line">
        {asked.map((file) => {
          const does = file.does[press];
          return (
            <li key={file.sha256} className="py-1">
              {does === "goes" ? (
                <label className="flex min-h-11 cursor-pointer items-center gap-3">
                  <input
                    type="checkbox"
                    name="along"
                    value={file.sha256}
                    defaultChecked
                    className="size-5 shrink-0 accent-accent"
                  />
                  <Called file={file} />
                </label>
              ) : (
                <div className="flex min-h-11 items-center gap-3">
                  <Called file={file} why={does && t(`stays.${does}`)} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

function Called({ file, why }: { file: BesideFile; why?: string | undefined }) {
  const t = useTranslations("library.going.along");
  const called = file.caption || nameOf(file);
  return (
    <>
      <span className="relative h-10 w-16 shrink-0 overflow-hidden rounded bg-paper">
        <FilePicture file={file} sizes="4rem" alt="" className="absolute inset-0 size-full object-contain" />
        <FileType file={file} />
      </span>
      <span className="min-w-0 break-words">
        {t(file.which)}:{" "}
        {why === undefined ? (
          called
        ) : (
          <Link prefetch={false} href={libraryFilePath(file.sha256)} className={LINK}>
            {called}
          </Link>
        )}
        {why === undefined ? null : <span className="block text-sm text-warn">{why}</span>}
      </span>
    </>
  );
}

/** What belongs to a video, and where each of it is. */
export function BesideList({ beside }: { beside: readonly BesideFile[] }) {
  const t = useTranslations("library.going.along");
  if (beside.length === 0) return null;
  return (
    <div>
      <h3 className="font-semibold">{t("listed")}</h3>
      <ul>
        {beside.map((file) => (
          <li key={file.sha256} className="break-words">
            {t(file.which)}:{" "}
            <Link prefetch={false} href={libraryFilePath(file.sha256)} className={LINK}>
              {file.caption || nameOf(file)}
            </Link>
            {file.isHidden ? ` · ${t("hidden")}` : null}
            {file.isBinned ? ` · ${t("binned")}` : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
