import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A sun that goes over the sky in two seconds, to a low tone: drawn, and kept by a browser's own recorder (`MediaRecorder`), in the
 * containers that it knows.
 */
export const sail = (ending: "mp4" | "webm"): Buffer => fixture(`sail.${ending}`);

/** The tone alone. */
export const tone = (): Buffer => fixture("tone.m4a");

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, "fixtures", name));

/** An MP3 of silence, spelt by hand: MPEG 1, layer III, 128 kbit/s, 44.1 kHz, 26 ms a frame. */
export function mp3Of(frames: number, mark = ""): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x00]);
  return Buffer.concat([id3Of(mark), ...Array.from({ length: frames }, () => frame)]);
}

/** Tags in front, which make two files of the same sound differ. */
function id3Of(words: string): Buffer {
  const body = Buffer.concat([Buffer.from([3]), Buffer.from(words)]);
  const frame = Buffer.concat([Buffer.from("TXXX"), Buffer.from([0, 0, 0, body.length, 0, 0]), body]);
  return Buffer.concat([Buffer.from("ID3"), Buffer.from([4, 0, 0, 0, 0, 0, frame.length]), frame]);
}

type Box = readonly [string, ...Buffer[]];

const box = ([name, ...inside]: Box): Buffer => {
  const body = Buffer.concat(inside);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(name, 4, "latin1");
  return Buffer.concat([head, body]);
};
const zeros = (length: number) => Buffer.alloc(length);
const words = (...all: number[]) => {
  const said = Buffer.alloc(all.length * 4);
  for (const [at, word] of all.entries()) said.writeUInt32BE(word >>> 0, at * 4);
  return said;
};

type Mp4Said = {
  /** As the tables of a film name how its pictures and its sound are spelt; "" for none. */
  picture?: string;
  sound?: string;
  /** Quarter turns as phones note them. */
  isTurned?: boolean;
  title?: string;
};

/** An MP4 of five seconds, 640 × 360, whose tables say how it is spelt; what is spelt is not there. Made by hand, box by box. */
export function mp4Of({ picture = "avc1", sound = "", isTurned = false, title = "" }: Mp4Said = {}): Buffer {
  const unity = words(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
  const turned = words(0, 0x10000, 0, 0xffff0000, 0, 0, 0, 0, 0x40000000);
  const track = (id: number, isFilm: boolean, entry: Buffer) =>
    box([
      "trak",
      box([
        "tkhd",
        ...[words(3, 0, 0, id, 0, 5_000), zeros(16), isFilm && isTurned ? turned : unity],
        isFilm ? words(640 << 16, 360 << 16) : zeros(8),
      ]),
      box([
        "mdia",
        box(["mdhd", words(0, 0, 0, 1_000, 5_000), zeros(4)]),
        box(["hdlr", zeros(8), Buffer.from(isFilm ? "vide" : "soun"), zeros(13)]),
        box(["minf", box(["stbl", box(["stsd", words(0, 1), entry])])]),
      ]),
    ]);
  const film = Buffer.concat([zeros(6), Buffer.from([0, 1]), zeros(16), Buffer.from([2, 128, 1, 104]), zeros(50)]);
  const heard = Buffer.concat([
    zeros(6),
    Buffer.from([0, 1]),
    zeros(8),
    Buffer.from([0, 2, 0, 16]),
    zeros(4),
    words(48_000 << 16),
  ]);
  const tracks = [
    ...(picture === "" ? [] : [track(1, true, box([picture, film]))]),
    ...(sound === "" ? [] : [track(2, false, box([sound, heard]))]),
  ];
  const named = box([
    "udta",
    box(["meta", zeros(4), box(["hdlr", zeros(8), Buffer.from("mdir"), zeros(13)]), ilstOf(title)]),
  ]);
  const moov = box([
    "moov",
    box(["mvhd", words(0, 0, 0, 1_000, 5_000), zeros(80)]),
    ...tracks,
    ...(title ? [named] : []),
  ]);
  return Buffer.concat([
    box(["ftyp", Buffer.from("isom"), zeros(4), Buffer.from("isommp42")]),
    moov,
    box(["mdat", zeros(64)]),
  ]);
}

const ilstOf = (title: string): Buffer =>
  box(["ilst", box(["\u00a9nam", box(["data", words(1, 0), Buffer.from(title)])])]);

/** Subtitles of two lines. */
export const vttOf = (mark = ""): string =>
  `WEBVTT\n\n00:00.200 --> 00:01.000\nMặt trời lên ${mark}\n\n00:01.000 --> 00:02.000\nrồi đi ngang trời\n`;
