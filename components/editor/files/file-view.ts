import type { ShownFile } from "#features/uploads/show-file.ts";

/** What an editor reads of a file that the server tells of. */
export type FileView = Omit<ShownFile, "madeWith">;
