import { staffPicturePath } from "#features/addresses/desk.ts";
import { type Picture, pictureOf } from "#features/files/picture.ts";
import type { ShownFile } from "#features/uploads/show-file.ts";

/** What an editor reads of a file that the server tells of. */
export type FileView = Omit<ShownFile, "madeWith">;

/** The whole picture of a file, as pages draw it; null while there is none of it. */
export const wholePicture = (file: FileView): Picture | null => pictureOf({ ...file, cut: "" }, staffPicturePath);
