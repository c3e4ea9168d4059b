import exif from "exif-reader";
import { DateTime } from "luxon";
import { ZONE } from "#lib/dates.ts";
import { legacyText } from "./charset.ts";
import { momentIn, type Notes } from "./notes.ts";

/** What the camera has written. @throws when nothing can be read */
export function readExif(block: Buffer): Notes {
  const { Image: picture, Photo: photo } = exif(block);
  return {
    caption: ownWords(text(picture?.ImageDescription)),
    creator: text(picture?.Artist),
    copyright: text(picture?.Copyright),
    takenAt: takenAt(photo?.DateTimeOriginal, text(photo?.OffsetTimeOriginal) ?? text(photo?.OffsetTime)),
  };
}

/** What is no ASCII, which it should be, comes as bytes. A zero ends it. */
function text(value: unknown): string | undefined {
  const said = Buffer.isBuffer(value) ? legacyText(value) : value;
  return typeof said === "string" ? said.split("\0")[0] : undefined;
}

/** Cameras that put their own name where a caption belongs. */
function ownWords(caption: string | undefined): string | undefined {
  return caption !== undefined && NO_CAPTION.test(caption.trim()) ? undefined : caption;
}

const NO_CAPTION = /^(?:.*digital camera|sony dsc|dcf 1\.0|exif[_ ]jpeg[_ ]picture|jpeg|default|untitled|screenshot)$/i;

/** @param clock what its clock showed, as if it stood in Greenwich */
function takenAt(clock: unknown, offset: string | undefined): Date | undefined {
  if (!(clock instanceof Date) || Number.isNaN(clock.getTime())) return undefined;
  const zone = offset !== undefined && /^[+-]\d\d:\d\d$/.test(offset) ? `UTC${offset}` : ZONE;
  const moment = DateTime.fromJSDate(clock, { zone: "utc" }).setZone(zone, { keepLocalTime: true });
  return momentIn(moment.toISO() ?? "");
}
