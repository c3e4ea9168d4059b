import mediaInfo, { type MediaInfoResult } from "mediainfo.js";
import { mediaOf } from "#features/files/media.ts";
import { isNamedSecret } from "#features/files/secret.ts";
import type { Answer } from "../apart.ts";
import { isTwoInOne, PDF_BEGINS_WITHIN, ZIP_ENDS_WITHIN } from "../documents/two-in-one.ts";
import { Unusable } from "../unusable.ts";
import { isPlayable, nameOfCodec } from "./codecs.ts";
import { MOST_AT_ONCE, MOST_READ, type Parts } from "./parts.ts";

/**
 * What there is to say of a video or of sound, or why readers could not play it. Nothing is decoded: its tables are read.
 * @throws what is nobody's fault but the machine's
 */
export async function lookIntoMedia(parts: Parts, mediaType: string): Promise<Answer> {
  try {
    const ends = [
      await slice(parts, 0, PDF_BEGINS_WITHIN),
      await slice(parts, parts.size - ZIP_ENDS_WITHIN, parts.size),
    ];
    if (isTwoInOne(Buffer.concat(ends), mediaType)) throw new Unusable("two_in_one");
    return { played: playedOf(await tracksOf(parts), mediaType) };
  } catch (error) {
    if (error instanceof Unusable) return { failure: error.failure, because: String(error.cause ?? "what is in it") };
    throw error;
  }
}

type Tracks = NonNullable<MediaInfoResult["media"]>["track"];
type TrackOf<Kind extends Tracks[number]["@type"]> = Extract<Tracks[number], { "@type": Kind }>;

/** @throws {Unusable} for what the library cannot read, or reads on and on of */
async function tracksOf(parts: Parts): Promise<Tracks> {
  const library = await mediaInfo({ format: "object" });
  let left = MOST_READ;
  const { media } = await library.analyzeData(parts.size, async (length, at) => {
    left -= length;
    if (left < 0) throw new Unusable("too_heavy");
    return slice(parts, at, at + Math.min(length, MOST_AT_ONCE));
  });
  return media?.track ?? [];
}

/** @param end behind the last byte */
async function slice({ size, read }: Parts, start: number, end: number): Promise<Buffer> {
  const [first, last] = [Math.max(0, start), Math.min(end, size) - 1];
  return last < first ? Buffer.alloc(0) : read(first, last);
}

/** What the container is called in which the bytes said that it was. */
const CONTAINERS: Readonly<Record<string, string>> = {
  ...{ "video/mp4": "MPEG-4", "audio/mp4": "MPEG-4", "video/webm": "WebM" },
  ...{ "audio/mpeg": "MPEG Audio", "audio/ogg": "Ogg" },
};

function playedOf(tracks: Tracks, mediaType: string) {
  const ofType = <Kind extends Tracks[number]["@type"]>(kind: Kind) =>
    tracks.filter((track): track is TrackOf<Kind> => track["@type"] === kind);
  const [general] = ofType("General");
  const [films, sounds] = [ofType("Video"), ofType("Audio")];
  if (general === undefined || general.Format !== CONTAINERS[mediaType]) throw new Unusable("broken_media");
  if (isCutOff(general)) throw new Unusable("broken_media", "it breaks off");
  if (films.length + sounds.length === 0) throw new Unusable("broken_media", "no tracks");
  const about = [general.Title, general.Movie, general.Description, general.Comment];
  if (about.some((line) => isNamedSecret(String(line ?? "")))) throw new Unusable("secret");
  const isFilm = mediaOf(mediaType)?.kind === "video";
  if (isFilm && films.length === 0) throw new Unusable("no_picture");
  if (!isFilm && sounds.length === 0) throw new Unusable("no_sound");
  for (const track of [...films, ...sounds]) {
    if (track.Encryption !== undefined) throw new Unusable("encrypted");
    if (!isPlayable(track)) throw new Unusable("unplayable", nameOfCodec(track));
  }
  return {
    ...(isFilm ? sizeOf(films[0]) : { width: null, height: null }),
    durationMs: Math.round(Number(general.Duration ?? 0) * 1000) || null,
    codecs: [...new Set([...films, ...sounds].map(nameOfCodec))].join(", "),
  };
}

/** The library says so of whatever says its own length. */
const isCutOff = ({ extra }: TrackOf<"General">): boolean => extra !== undefined && "IsTruncated" in extra;

/** As it is played: upright, and with square pixels. @throws {Unusable} where it says no size */
function sizeOf(film: TrackOf<"Video"> | undefined): { width: number; height: number } {
  const [width, height] = [Math.round((film?.Width ?? 0) * (film?.PixelAspectRatio ?? 1)), film?.Height ?? 0];
  if (width < 1 || height < 1) throw new Unusable("broken_media", "no size");
  const isTurned = Math.round(Number(film?.Rotation ?? 0) / 90) % 2 !== 0;
  return isTurned ? { width: height, height: width } : { width, height };
}
