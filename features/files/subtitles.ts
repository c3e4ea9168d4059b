import { type ParsedCaptionsResult, parseText } from "media-captions";
import { cleanLines } from "#lib/nfc.ts";

/**
 * WebVTT in UTF-8, of what somebody calls subtitles: WebVTT, or SRT of any program, in UTF-8 or as Windows calls Unicode.
 * @returns null for what is neither, or has lines that would be lost
 */
export async function vttOf(bytes: Buffer): Promise<string | null> {
  const text = textOf(bytes);
  if (text === null) return null;
  if (HEAD.test(text)) return text;
  const cues = await cuesOf(text, "srt");
  return cues && `WEBVTT\n\n${cues.map(spelt).join("\n")}`;
}

/** The words of subtitles in WebVTT, a cue each, without their looks; null where a line cannot be read. */
export async function wordsOfVtt(bytes: Buffer): Promise<string[] | null> {
  const text = textOf(bytes);
  const cues = text === null || !HEAD.test(text) ? null : await cuesOf(text, "vtt");
  return cues?.map((cue) => cleanLines(bare(cue.text))) ?? null;
}

/** Source: WebVTT, 4.1. */
const HEAD = /^WEBVTT(?:[ \t\n]|$)/;

type Cue = ParsedCaptionsResult["cues"][number];

/** Every cue, or null: a line that the parser passes over would be missed by whoever cannot hear. */
async function cuesOf(text: string, type: "vtt" | "srt"): Promise<Cue[] | null> {
  const { cues, errors } = await parseText(text, { type, errors: true });
  const timed = text.split("\n").filter((line) => line.includes("-->")).length;
  const areWhole =
    cues.length === timed && cues.every(({ startTime, endTime }) => startTime >= 0 && endTime > startTime);
  return errors.length === 0 && cues.length > 0 && areWhole ? cues : null;
}

function textOf(bytes: Buffer): string | null {
  const coding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "utf-8";
  try {
    // A mark of byte order is left out.
    return new TextDecoder(coding, { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, "\n");
  } catch {
    return null;
  }
}

/** Of the looks of SRT, WebVTT knows bold, italic and underlined. */
function spelt({ startTime, endTime, text }: Cue): string {
  const words = text.replace(/<\/?font\b[^>]*>|\{\\[^}]*\}/gi, "").replace(/&(?![a-z]+;|#\d+;)/gi, "&amp;");
  return `${at(startTime)} --> ${at(endTime)}\n${words}\n`;
}

/** @param seconds as the parser counts them */
function at(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${String(ms % 1000).padStart(3, "0")}`;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", nbsp: " ", lrm: "", rlm: "" };

const bare = (text: string): string =>
  text.replace(/<[^>]*>/g, "").replace(/&([a-z]+);/g, (all, name: string) => ENTITIES[name] ?? all);
