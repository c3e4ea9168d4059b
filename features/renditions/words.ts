import type { FileWords, RightsNoted } from "#features/files/types.ts";
import { cleanLine } from "#lib/nfc.ts";
import { readExif } from "./exif.ts";
import { readIptc } from "./iptc.ts";
import type { Notes } from "./notes.ts";
import type { Opened } from "./open.ts";
import { readXmp } from "./xmp.ts";

/** The most characters that each field takes: of caption, credit and description what a figure in a text may hold. */
const LONGEST = {
  caption: 1_000,
  credit: 200,
  alt: 1_000,
  creator: 200,
  copyright: 300,
  keyword: 100,
  owner: 200,
  licenceName: 200,
} as const;
const MOST_KEYWORDS = 50;

/**
 * The words that come with a picture, as a beginning for whoever uses it; empty where it has none.
 *
 * XMP goes before IPTC, and both before EXIF: XMP is what newsrooms' programs write today, and says in which charset; what
 * cameras put into EXIF is often their own name. The moment is the camera's own, for programs write there when the file was made.
 * Sources: Metadata Working Group, Guidelines 2.0, 5.3, which reads EXIF first, for archives of private people; IPTC
 * Photo Metadata Standard, "mapped properties". A file that is not credited is credited to whoever took it.
 */
export function wordsOf({ exif, iptc, xmp }: Opened["notes"]): FileWords & RightsNoted {
  const camera = read(readExif, exif);
  const said = [read(readXmp, xmp), read(readIptc, iptc), camera];
  const first = (name: "caption" | "credit" | "alt" | "creator" | "copyright") =>
    said.map((notes) => shortened(notes[name] ?? "", LONGEST[name])).find((text) => text !== "") ?? "";
  const keywords = said.map((notes) => keywordsOf(notes.keywords ?? [])).find(({ length }) => length > 0) ?? [];
  const creator = first("creator");
  return {
    ...{ caption: first("caption"), credit: first("credit") || creator, alt: first("alt"), creator },
    ...{ copyright: first("copyright"), keywords },
    ...rightsIn(said),
    takenAt: camera.takenAt ?? said.find(({ takenAt }) => takenAt)?.takenAt ?? null,
  };
}

/** What IPTC says of a picture that a generative program made, or changed. Source: IPTC NewsCodes, Digital Source Type. */
const SOURCES: Readonly<Record<string, RightsNoted["ai"]>> = {
  trainedAlgorithmicMedia: "made",
  compositeWithTrainedAlgorithmicMedia: "edited",
};

/** What a picture says of the right to it. By what right it is shown here no file says: that a licence is named is a beginning. */
function rightsIn(said: readonly Notes[]): RightsNoted {
  const first = (name: "owner" | "statement" | "licenceEnd" | "source") =>
    said.map((notes) => notes[name]?.trim() ?? "").find((text) => text !== "") ?? "";
  const source = first("source").split("/").at(-1) ?? "";
  return {
    owner: shortened(first("owner"), LONGEST.owner),
    licenceName: shortened(first("statement"), LONGEST.licenceName),
    licenceEnd: first("licenceEnd") || null,
    ai: (Object.hasOwn(SOURCES, source) ? SOURCES[source] : undefined) ?? "none",
  };
}

/** Garbage is no reason to have no picture: what cannot be read says nothing. */
function read(how: (block: Buffer) => Notes, block: Buffer | undefined): Notes {
  try {
    return block ? how(block) : {};
  } catch {
    return {};
  }
}

function keywordsOf(said: readonly string[]): string[] {
  const words = said.flatMap((text) => text.split(/[;,]/)).map((text) => shortened(text, LONGEST.keyword));
  return [...new Set(words)].filter((word) => word !== "").slice(0, MOST_KEYWORDS);
}

/** A text that breaks in the middle of a word ends before it. */
function shortened(text: string, most: number): string {
  const clean = cleanLine(text)
    .replace(/\uFFFD/g, "")
    .replace(/ {2,}/g, " ");
  if (clean.length <= most) return clean;
  const cut = clean.slice(0, most);
  return (cut.includes(" ") ? cut.slice(0, cut.lastIndexOf(" ")) : cut).replace(/[\uD800-\uDBFF]$/, "");
}
