import type { fileEvents, files } from "#db/schema/files.ts";
import type { Failure } from "./failures.ts";
import type { FileRights } from "./rights.ts";

type Row = typeof files.$inferSelect;

/** What is known of a file on a site, or of a cut of a picture, wherever it is shown. Size in bytes is the original's. */
export type PictureFile = Pick<
  Row,
  | "id"
  | "sha256"
  | "name"
  | "mediaType"
  | "size"
  | "width"
  | "height"
  | "state"
  | "renditions"
  | "madeWith"
  | "placeholder"
  | "pages"
  | "hidden"
  | "durationMs"
  | "codecs"
> & {
  /** How it is turned and cut, as texts spell it; "" for the whole. */
  cut: string;
  failure: Failure | null;
  /** Whether words were found in it; false for pictures, what is played, and documents whose words cannot be read. */
  hasText: boolean;
};

/** All that is known of a file. */
export type KnownFile = PictureFile & FileWords & { rights: FileRights };

/** What a picture may say of the right to it. */
export type RightsNoted = Pick<Row, "owner" | "licenceName" | "licenceEnd" | "ai">;

/** What a use of it begins with, as whoever took it or brought it has said. */
export type FileWords = Pick<Row, "caption" | "credit" | "alt" | "creator" | "copyright" | "keywords" | "takenAt">;

/** What was done that a file came or went by: who did it (null: the program by itself), when, and why. The number is on record. */
export type DeedLine = Pick<typeof fileEvents.$inferSelect, "id" | "kind" | "byId" | "reason" | "at"> & {
  by: string | null;
};
