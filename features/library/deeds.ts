import { z } from "zod";
import type { DeedLine } from "#features/files/types.ts";
import { lines } from "#features/text/typed.ts";

/** Days that a file stays in the bin. The law says the same (`forget_binned_file`). */
export const DAYS_IN_BIN = 30;

const LONGEST_REASON = 1_000;

/** Why a file is hidden, or shall be erased: for the office alone. */
export const ReasonForm = z.object({
  reason: lines(LONGEST_REASON).pipe(z.string().min(1, "Hãy ghi lý do.")),
});

/** Somebody's asking for an erasure that waits for a second person. */
export type Asked = Pick<DeedLine, "id" | "byId" | "by" | "reason" | "at">;

/** Where a file has gone, and what was done that it did. */
export type Going = {
  /** Who hides it, since when and why; null while readers may have it. */
  hidden: DeedLine | null;
  /** Who put it into the bin, and when it ends there. */
  binned: { by: string | null; at: Date; until: Date } | null;
  asked: Asked | null;
  deeds: DeedLine[];
};

/** What this person may do about where a file goes. */
export type MayGo = {
  hide: boolean;
  show: boolean;
  bin: boolean;
  restore: boolean;
  ask: boolean;
  withdraw: boolean;
  erase: boolean;
};

/** What was done last of a kind. */
export const lastOf = (deeds: readonly DeedLine[], ...kinds: readonly DeedLine["kind"][]): DeedLine | null =>
  deeds.findLast(({ kind }) => kinds.includes(kind)) ?? null;

/** The asking that nobody has answered. */
export function askedIn(deeds: readonly DeedLine[]): Asked | null {
  const last = lastOf(deeds, "erase_asked", "erase_withdrawn", "erased", "erased_again");
  return last?.kind === "erase_asked" ? last : null;
}
