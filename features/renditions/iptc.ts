import { legacyText } from "./charset.ts";
import { dayIn, momentIn, type Notes } from "./notes.ts";

/** The datasets of record 2 that are read, by number. Source: IPTC-NAA Information Interchange Model 4.2, chapter 6. */
const NUMBERS = {
  keywords: 25,
  expires: 37,
  day: 55,
  hour: 60,
  creator: 80,
  credit: 110,
  copyright: 116,
  caption: 120,
} as const;

/** What programs of agencies have written since before XMP (IPTC IIM). What is broken is passed over. */
export function readIptc(block: Buffer): Notes {
  const said = new Map<number, string[]>();
  for (const { number, bytes } of datasetsIn(withoutFrame(block))) {
    said.set(number, [...(said.get(number) ?? []), legacyText(bytes)]);
  }
  const all = (name: keyof typeof NUMBERS) => said.get(NUMBERS[name]);
  const day = all("day")?.[0];
  const hour = all("hour")?.[0];
  const expires = all("expires")?.[0];
  return {
    // "20261231": the last day on which its provider wants it used.
    licenceEnd: expires === undefined ? undefined : dayIn(expires),
    caption: all("caption")?.[0],
    credit: all("credit")?.[0],
    copyright: all("copyright")?.[0],
    creator: all("creator")?.join(", "),
    keywords: all("keywords"),
    // "20210623" and "102700+0700"
    takenAt: day === undefined ? undefined : momentIn(hour ? `${day}T${hour}` : day),
  };
}

/** How Photoshop frames what it keeps in a picture, and the number of its frame for IPTC. Source: Adobe, Photoshop file format. */
const FRAME = Buffer.from("8BIM\u0004\u0004", "latin1");

function withoutFrame(block: Buffer): Buffer {
  const at = block.indexOf(FRAME);
  if (at < 0) return block;
  const name = at + FRAME.length;
  if (name + 1 > block.length) return Buffer.alloc(0);
  // The name and its length together are even.
  const size = name + 1 + block.readUInt8(name) + ((1 + block.readUInt8(name)) % 2);
  if (size + 4 > block.length) return Buffer.alloc(0);
  return block.subarray(size + 4, size + 4 + block.readUInt32BE(size));
}

const MARK = 0x1c;
const HEAD = 5;
/** Of longer ones the length is written otherwise; no text has so many. */
const LONGEST = 0x7fff;

function* datasetsIn(block: Buffer): Generator<{ number: number; bytes: Buffer }> {
  for (let at = 0; at + HEAD <= block.length && block[at] === MARK; ) {
    const length = block.readUInt16BE(at + 3);
    if (length > LONGEST) return;
    const end = at + HEAD + length;
    if (block[at + 1] === 2) yield { number: block.readUInt8(at + 2), bytes: block.subarray(at + HEAD, end) };
    at = end;
  }
}
