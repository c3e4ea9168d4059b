import { useTranslations } from "next-intl";
import type { KeyboardEvent, ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { aboutFile, isPicture } from "#features/files/media.ts";
import { smallOf } from "../body/figure-picture.tsx";
import type { FileView } from "./file-view.ts";

type Props = {
  files: readonly FileView[];
  chosen: readonly FileView[];
  onChoose: (file: FileView) => void;
  more: (() => void) | null;
};

/** Files as boxes to tick. Arrow keys go along them, the space bar ticks one; Tab goes on to what comes after them. */
export function LibraryGrid({ files, chosen, onChoose, more }: Props): ReactNode {
  const t = useTranslations("editor.library");
  const isChosen = (file: FileView) => chosen.some(({ sha256 }) => sha256 === file.sha256);
  const inRow = files.findIndex(isChosen);
  return (
    <div className="sm:max-h-[50dvh] sm:overflow-y-auto">
      <ul className="grid grid-cols-2 gap-2 p-1 sm:grid-cols-4 lg:grid-cols-5" onKeyDown={(event) => goAlong(event)}>
        {files.map((file, at) => (
          <li key={file.sha256} className="min-w-0">
            <label className="block cursor-pointer overflow-hidden rounded-md border border-line bg-field has-checked:border-accent has-checked:outline-2 has-checked:outline-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
              <span className="relative grid aspect-[4/3] place-items-center bg-paper">
                <input
                  type="checkbox"
                  className="absolute top-2 left-2 z-10 size-5 accent-accent"
                  checked={isChosen(file)}
                  tabIndex={at === Math.max(0, inRow) ? 0 : -1}
                  onChange={() => onChoose(file)}
                />
                {smallOf(file, 360) === undefined ? (
                  <span className="p-2 text-center text-sm text-ink-soft">
                    {isPicture(file.mediaType) || file.state === "waiting" ? t("waiting") : aboutFile(file)}
                  </span>
                ) : (
                  // biome-ignore lint/performance/noImgElement: made for its place already
                  <img
                    src={smallOf(file, 360)}
                    alt={file.alt}
                    loading="lazy"
                    className="absolute inset-0 size-full object-contain"
                  />
                )}
              </span>
              <span className="block px-2 py-1 text-sm break-words">
                <span className="line-clamp-2">{file.caption || file.name || t("untitled")}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {more === null ? null : (
        <div className="p-1">
          <Button className="w-full" onClick={more}>
            {t("more")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Moves the focus as the arrow keys say; up and down by as many as stand in a row. */
function goAlong(event: KeyboardEvent<HTMLUListElement>): void {
  const boxes = [...event.currentTarget.querySelectorAll("input")];
  const at = boxes.indexOf(event.target as HTMLInputElement);
  const tops = [...event.currentTarget.children].map((item) => (item as HTMLElement).offsetTop);
  const row = tops.filter((top) => top === tops[0]).length;
  const steps: Record<string, number> = {
    ...{ ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + row, ArrowUp: at - row },
    ...{ Home: 0, End: boxes.length - 1 },
  };
  const to = steps[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  boxes[to]?.focus();
}
