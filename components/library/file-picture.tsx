import { DrawnPicture } from "#components/site/drawn-picture.tsx";
import { staffPicturePath } from "#features/addresses/desk.ts";
import { isPicture, mediaOf } from "#features/files/media.ts";
import { pictureOf } from "#features/files/picture.ts";
import type { PictureFile } from "#features/files/types.ts";

type Shown = Pick<PictureFile, "sha256" | "state" | "width" | "height" | "renditions" | "placeholder">;

type Props = {
  file: Shown;
  /** How wide its place is, as a browser is told. */
  sizes: string;
  alt: string;
  className?: string;
  /** On the first screen, or near it. */
  eager?: boolean;
};

/** What a file is that has no picture. */
export function FileType({ file }: { file: Pick<PictureFile, "mediaType" | "renditions"> }) {
  if (isPicture(file.mediaType) || file.renditions.length > 0) return null;
  return (
    <span className="absolute inset-0 grid place-items-center p-1 text-center text-sm font-semibold text-ink-soft">
      {mediaOf(file.mediaType)?.label}
    </span>
  );
}

/** A file's picture as readers get it, in the size that its place needs; nothing while there is none. */
export function FilePicture({ file, sizes, alt, className, eager = false }: Props) {
  const picture = pictureOf({ ...file, cut: "" }, staffPicturePath);
  if (picture === null) return null;
  const { width, height } = picture;
  return <DrawnPicture {...{ picture, alt, sizes, width, height, className }} isFirst={eager} />;
}
