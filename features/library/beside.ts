import type { DeedLine, PictureFile } from "#features/files/types.ts";
import { askedIn, lastOf, type MayGo } from "./deeds.ts";

/** What becomes of a file that belongs to a video when that goes: it may go along, or why it stays. */
export type GoesAlong = "goes" | "used" | "notYours";

/** A file that belongs to a video, its poster or its subtitles, and what each press of the video would do with it. */
export type FileBeside = PictureFile & {
  which: "poster" | "subtitles";
  caption: string;
  isHidden: boolean;
  isBinned: boolean;
  /** A press that is not named here has nothing to do with it. */
  does: Partial<Record<keyof MayGo, GoesAlong>>;
};

type Facts = {
  may: MayGo;
  /** A text names it that is kept or being written; readers have it, or somebody is writing with it, apart from this video. */
  used: boolean;
  isApart: boolean;
  isBinned: boolean;
};

/**
 * What each press of a video would do with a file that belongs to it. What takes it from readers leaves it where they have it for
 * another reason; what takes that back means what one person did with both for one reason.
 *
 * @param deeds what was done with the video, and with the file
 */
export function goesAlong(
  { may, used, isApart, isBinned }: Facts,
  deeds: { video: readonly DeedLine[]; file: readonly DeedLine[] },
): FileBeside["does"] {
  const unlessApart = isApart ? "used" : "goes";
  const isWith = (find: (of: readonly DeedLine[]) => Pick<DeedLine, "byId" | "reason"> | null) => {
    const [one, other] = [find(deeds.video), find(deeds.file)];
    return one !== null && other !== null && one.byId === other.byId && one.reason === other.reason;
  };
  const wasHidden = isWith((of) => lastOf(of, "hidden"));
  const wasAsked = isWith(askedIn);
  return {
    ...(may.hide && { hide: unlessApart }),
    ...(may.ask && { ask: unlessApart }),
    ...(!isBinned && { bin: used ? "used" : may.bin ? "goes" : "notYours" }),
    ...(may.show && wasHidden && { show: "goes" }),
    ...(may.restore && isWith((of) => lastOf(of, "binned")) && { restore: "goes" }),
    ...(may.withdraw && wasAsked && { withdraw: "goes" }),
    ...(may.erase && wasAsked && { erase: unlessApart }),
  };
}
