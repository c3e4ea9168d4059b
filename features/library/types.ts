import type { Cursor } from "#features/desk/address.ts";
import type { FileRights, SaidRights } from "#features/files/rights.ts";
import type { DeedLine, PictureFile } from "#features/files/types.ts";
import type { ShownFile } from "#features/uploads/show-file.ts";
import type { BesideFile } from "./beside.ts";
import type { Going, MayGo } from "./deeds.ts";
import type { BinnedFile, WaitingErasure } from "./going-store.ts";

/** Files on one page of the library. */
export const FILES_ON_A_PAGE = 48;

/** As many may be chosen at once. */
export const MOST_CHOSEN = FILES_ON_A_PAGE;

/** A file as the library lists it. */
export type LibraryFile = PictureFile & {
  caption: string;
  credit: string;
  alt: string;
  rights: FileRights;
  /** Whether a text names it, kept or being written, and whether one does that readers have. */
  used: boolean;
  live: boolean;
  at: Date;
  /** Who brought it. */
  by: string;
};

/** What is told of a file on its own page. */
export type FileDetails = LibraryFile & {
  creator: string;
  copyright: string;
  keywords: string[];
  takenAt: Date | null;
  /** Counts the changes of its words; who changed them last, and when, where somebody has. */
  version: number;
  changed: { by: string; at: Date } | null;
  /** Who has let its macros in, where somebody has. */
  macrosBy: string | null;
  binnedAt: Date | null;
};

/** What was said of a file's rights at one time, by whom; null: the file said it itself. */
export type RightsLine = { version: number; said: SaidRights; by: string | null; at: Date };

/** A file that readers have though its licence has ended, on which day (yyyy-mm-dd). */
export type Ended = { sha256: string; called: string; end: string };

/** A file on its own page, with what its looker may do: say other words of it, let in what runs in it, have it go. */
export type FilePage = FileDetails & {
  mayChange: boolean;
  mayLetIn: boolean;
  going: Going;
  may: MayGo;
  /** What belongs to it, where it is a video. */
  beside: BesideFile[];
};

/** What is left of a file that was erased: who wanted it so, why, under which number, and whether its bytes are gone. */
export type Tombstone = { sha256: string; number: number; at: Date; deeds: DeedLine[]; isSwept: boolean };

/** A page of the bin. */
export type Bin = {
  files: (Omit<BinnedFile, "by"> & { by: string | null; until: Date; mayRestore: boolean })[];
  total: number;
  /** Where the next page goes on; null on the last. */
  next: Cursor | null;
};

/** An erasure that waits for a second person, on the homes of those who decide. */
export type ErasureWaiting = WaitingErasure & { mayErase: boolean; isMine: boolean };

export type FileList = {
  files: LibraryFile[];
  total: number;
  /** There are more than were counted. */
  isMore: boolean;
  /** Where the pages before and after this one are read from; null where there is none. */
  before: Cursor | null;
  after: Cursor | null;
};

/** Files to choose from, as the desk's scripts are told of them. */
export type Offered = {
  files: ShownFile[];
  /** What an address says to go on from there. */
  next: Record<string, string> | null;
  /** The site's collections by name, on the first page. */
  collections: { id: number; name: string }[];
};

/** A file of a document that no reader may have, and who hides it since when, and why; an erased one with its number. */
export type KeptFromReaders = {
  sha256: string;
  name: string;
  kind: "hidden" | "erased" | "erased_again";
  id: number;
  by: string | null;
  at: Date;
  reason: string;
};
