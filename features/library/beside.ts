import type { DeedLine, PictureFile } from "#features/files/types.ts";
import { askedIn, lastOf, type MayGo } from "./deeds.ts";

/** What becomes of a file that belongs to a video when that goes: it may go along, or why it stays. */
export type GoesAlong = "goes" | "used" | "notYours";

/** A file that belongs to a video, its poster or its subtitles, and what each press of the video would do with it. */
export type BesideFile = PictureFile & {
  which: "poster" | "subtitles";
  caption: string;
  isHidden: boolean;
  isBinned: boolean;
  /** A press that is not named here has nothing to do with it. */
  does: Partial<Record<keyof MayGo, GoesAlong>>;
};

/** Deeds of one press follow each other within this. */
const A_PRESS_MS = 60_000;

type Facts = {
  may: MayGo;
  /** A text names it that is kept or being written; readers have it, or somebody is writing with it, apart from this video. */
  used: boolean;
  isApart: boolean;
  /** A kept text has it without this video, whether readers have that text or not. */
  isKept: boolean;
  isBinned: boolean;
};

/**
 * What each press of a video would do with a file that belongs to it. What takes it from readers leaves it where they have it for
 * another reason; what cannot be taken back leaves it also where a kept text may bring it back to them. What takes something back means what one
 * person did with both for one reason.
 *
 * @param deeds what was done with the video, and with the file
 */
export function goesAlong(
  { may, used, isApart, isKept, isBinned }: Facts,
  deeds: { video: readonly DeedLine[]; file: readonly DeedLine[] },
): BesideFile["does"] {
  const unlessApart = isApart ? "used" : "goes";
  const unlessKept = isApart || isKept ? "used" : "goes";
  const isWith = (find: (of: readonly DeedLine[]) => Pick<DeedLine, "byId" | "reason" | "at"> | null) => {
    const [one, other] = [find(deeds.video), find(deeds.file)];
    return one !== null && other !== null && one.byId === other.byId && one.reason === other.reason && { one, other };
  };
  // The bin asks for no reason: what went there in the same press did so within a moment.
  const binned = isWith((of) => lastOf(of, "binned"));
  const wasBinned = binned && Math.abs(binned.other.at.getTime() - binned.one.at.getTime()) < A_PRESS_MS;
  const wasHidden = isWith((of) => lastOf(of, "hidden"));
  const wasAsked = isWith(askedIn);
  return {
    ...(may.hide && { hide: unlessApart }),
    ...(may.ask && { ask: unlessKept }),
    ...(!isBinned && { bin: used ? "used" : may.bin ? "goes" : "notYours" }),
    ...(may.show && wasHidden && { show: "goes" }),
    ...(may.restore && wasBinned && { restore: "goes" }),
    ...(may.withdraw && wasAsked && { withdraw: "goes" }),
    ...(may.erase && wasAsked && { erase: unlessKept }),
  };
}
