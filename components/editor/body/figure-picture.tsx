import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Picture } from "#features/files/picture.ts";
import { CutPicture } from "../cut/cut-picture.tsx";
import type { Known } from "../files/file-states.ts";
import { wholePicture } from "../files/file-view.ts";

type Props = {
  file: string | null;
  /** How it is turned and cut, as texts spell it. */
  cut: string;
  known: Known;
  /** The address of the picture as it lies on this machine. */
  local: string | undefined;
  /** That one is on its way to take the place of the file. */
  isReplaced: boolean;
  alt: string;
  isAwaited: boolean;
  /** The picture that readers will get is on the screen. */
  onShown: () => void;
};

/** The picture as readers will get it; until then as it lies here; else what stands in its place. */
export function FigurePicture({ file, cut, known, local, isReplaced, alt, isAwaited, onShown }: Props) {
  const t = useTranslations("editor.figure");
  const [unknown, setUnknown] = useState<string | null>(null);
  const made = isReplaced ? undefined : smallOf(known);
  const src = made ?? local;
  if (src === undefined || unknown === src) {
    if (isAwaited) return <div className="figure-place">{t("awaited")}</div>;
    if (src !== undefined) return <div className="figure-place">{t("noPreview")}</div>;
    return file === null ? null : <div className="figure-place">{t("picture")}</div>;
  }
  const whole = made === undefined || known === null || known === "missing" ? null : wholePicture(known);
  if (cut !== "" && whole !== null) return <CutPicture picture={whole} cut={cut} alt={alt} />;
  return (
    // biome-ignore lint/performance/noImgElement: made for its place already, or not yet on any server
    <img
      key={src}
      src={src}
      srcSet={
        made &&
        sizesOf(known)
          .map(({ address, width }) => `${address} ${width}w`)
          .join(", ")
      }
      sizes="(max-width: 48rem) 100vw, 46rem"
      {...(made ? roomOf(known) : {})}
      alt={alt}
      decoding="async"
      draggable={false}
      onLoad={src === made ? onShown : undefined}
      onError={() => setUnknown(src)}
    />
  );
}

/** Its room before it is there, so that nothing that one types in moves. */
function roomOf(known: Known): { width?: number; height?: number } {
  const picture = known === null || known === "missing" ? null : wholePicture(known);
  return picture === null ? {} : { width: picture.width, height: picture.height };
}

/** The sizes of a file's picture, the smallest first, in a form that every browser knows in which one can write here. */
function sizesOf(known: Known): Picture["sources"][number]["sizes"] {
  const picture = known === null || known === "missing" ? null : wholePicture(known);
  return (picture?.sources.find(({ format }) => format === "webp") ?? picture?.sources.at(-1))?.sizes ?? [];
}

/** The smallest picture of so many pixels, or the widest; undefined while there is none. */
export function smallOf(known: Known, least = 720): string | undefined {
  const sizes = sizesOf(known);
  return (sizes.find(({ width }) => width >= least) ?? sizes.at(-1))?.address;
}
