import type { AudioTrack, VideoTrack } from "mediainfo.js";

type Track = Pick<VideoTrack | AudioTrack, "@type" | "Format" | "Format_Profile"> &
  Partial<Pick<VideoTrack, "BitDepth" | "ChromaSubsampling">>;

/**
 * What every browser plays that a reader may have, phones of some years ago among them. HEVC and AV1 are for some machines alone,
 * AC-3 and ALAC for some systems. Names are MediaInfo's.
 */
const FILMS = new Set(["AVC", "VP8", "VP9"]);
const SOUNDS = new Set(["AAC", "MPEG Audio", "Opus", "Vorbis", "FLAC"]);

/** Whether readers can play a track. */
export function isPlayable(track: Track): boolean {
  const { Format: format = "", Format_Profile: profile = "", BitDepth: bits = 8 } = track;
  if (track["@type"] === "Audio") return SOUNDS.has(format) && (format !== "MPEG Audio" || profile === "Layer 3");
  // No decoder of a phone knows more shades, or more colour, than cameras keep.
  return FILMS.has(format) && bits === 8 && (track.ChromaSubsampling ?? "4:2:0") === "4:2:0";
}

/** As people call it. */
export function nameOfCodec({ Format: format = "", Format_Profile: profile = "" }: Track): string {
  if (format === "AVC") return "H.264";
  return format === "MPEG Audio" && profile === "Layer 3" ? "MP3" : format;
}
