import type { PictureFile } from "#features/files/types.ts";

/** What `GET /api/files/{sha256}` says of a file; `failure` is a sentence. */
export type FileView = Pick<
  PictureFile,
  "sha256" | "name" | "state" | "width" | "height" | "renditions" | "placeholder"
> & {
  failure: string | null;
  caption: string;
  credit: string;
  alt: string;
};
