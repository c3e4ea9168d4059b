import { Refusal } from "#lib/refusal.ts";

/** A private member is in no literal: no other module makes one. */
declare class Granted {
  private readonly granted: "choosing";
}

/** Proof that somebody may choose what stands in a front. */
export type ChoosingPermit = Granted & {
  readonly siteId: number;
  /** Null is the site's own front. */
  readonly sectionId: number | null;
  readonly by: number;
};

/** The rank of an editor, as the database counts them (`rank_at`). */
const EDITOR = 2;

export const mayChoose = (rank: number): boolean => rank >= EDITOR;

/**
 * Whether somebody may put articles into the slots of a front: editors and approvers of its section, or of the whole site for the
 * site's own. It chooses among what two people have signed, and says no word of its own: one press is enough.
 *
 * @param rank of this person there
 * @throws {Refusal} `not_allowed`
 */
export function permitChoosing(at: Pick<ChoosingPermit, "siteId" | "sectionId" | "by">, rank: number): ChoosingPermit {
  if (!mayChoose(rank)) {
    throw new Refusal(
      "not_allowed",
      at.sectionId === null
        ? "Chỉ biên tập viên và người duyệt của toàn trang chọn được bài cho trang chủ."
        : "Chỉ biên tập viên và người duyệt của chuyên mục chọn được bài cho trang này.",
    );
  }
  return at as ChoosingPermit;
}
