import { PICTURE_TYPES } from "./settings.ts";

/** What a file is to a newsroom, by its type. */
export const FILE_KINDS = {
  picture: PICTURE_TYPES,
} as const satisfies Record<string, readonly string[]>;

export type FileKind = keyof typeof FILE_KINDS;

export const FILE_KIND_NAMES = Object.keys(FILE_KINDS) as FileKind[];
