import { useEffect, useEffectEvent, useState } from "react";
import { besideId } from "../files/in-text.ts";
import type { Uploader } from "../files/uploader.ts";
import { firstFrame } from "./frame.ts";

/** Videos of which a frame was taken, or could not be: a poster that somebody took away does not come back. */
const tried = new Set<string>();

type Options = { id: string; uploads: Uploader; hasPoster: boolean; readOnly: boolean; name: string };

/**
 * Takes the first poster of a video that is brought, out of the video as it lies here, and brings it as a picture of its own.
 * @returns how that stands: `undecoded` where this browser shows nothing of it
 */
export function useFirstFrame({ id, uploads, hasPoster, readOnly, name }: Options): "none" | "taking" | "undecoded" {
  const [stands, setStands] = useState<"none" | "taking" | "undecoded">("none");
  const local = uploads.pictureOf(id);
  const posterId = besideId(id, "poster");
  const isWanted = useEffectEvent(() => {
    const isTakenOut = ["aside", "cancelled"].includes(uploads.of(id)?.kind ?? "");
    return !hasPoster && !readOnly && !isTakenOut && uploads.of(posterId) === undefined;
  });
  const bring = useEffectEvent((picture: File) => uploads.bring(posterId, picture));
  const called = useEffectEvent(() => name);
  useEffect(() => {
    if (local === undefined || tried.has(local) || !isWanted()) return;
    tried.add(local);
    setStands("taking");
    void firstFrame(local, called()).then((picture) => {
      setStands(picture === null ? "undecoded" : "none");
      // Somebody may have chosen one meanwhile.
      if (picture !== null && isWanted()) bring(picture);
    });
  }, [local]);
  return stands;
}
