import { SaxesParser, type SaxesTagNS } from "saxes";
import { dayIn, momentIn, type Notes } from "./notes.ts";

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const DC = "http://purl.org/dc/elements/1.1/";
const PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
const CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
const EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
const PLUS = "http://ns.useplus.org/ldf/xmp/1.0/";
const XMP_RIGHTS = "http://ns.adobe.com/xap/1.0/rights/";
const CREATIVE_COMMONS = "http://creativecommons.org/ns#";

/** Nothing else is read: not where it was taken, by which device, nor whose faces are in it. */
const NAMES: Readonly<Record<string, keyof Notes>> = {
  [`${DC}description`]: "caption",
  [`${DC}creator`]: "creator",
  [`${DC}rights`]: "copyright",
  [`${DC}subject`]: "keywords",
  [`${PHOTOSHOP}Credit`]: "credit",
  [`${PHOTOSHOP}DateCreated`]: "takenAt",
  [`${CORE}AltTextAccessibility`]: "alt",
  [`${XMP_RIGHTS}Owner`]: "owner",
  [`${XMP_RIGHTS}WebStatement`]: "statement",
  [`${CREATIVE_COMMONS}license`]: "statement",
  [`${PLUS}LicenseEndDate`]: "licenceEnd",
  [`${EXTENSION}DigitalSourceType`]: "source",
};

/** More than any program writes beside a picture, in bytes. */
const LONGEST = 1024 * 1024;

type Said = { text: string; language: string };

/** What programs write today (XMP). Of a text in several languages the Vietnamese one is taken; where the XML breaks off, what came before. */
export function readXmp(block: Buffer): Notes {
  if (block.length > LONGEST) return {};
  const said = propertiesIn(block.toString("utf8").replace(/^\uFEFF|\0/g, ""));
  const one = (name: keyof Notes) => inVietnamese(said.get(name) ?? []);
  const all = (name: keyof Notes) => said.get(name)?.map(({ text }) => text);
  const day = one("takenAt");
  const end = one("licenceEnd");
  return {
    ...{ owner: all("owner")?.join(", "), statement: all("statement")?.find(isCreativeCommons), source: one("source") },
    licenceEnd: end === undefined ? undefined : dayIn(end),
    ...{ caption: one("caption"), credit: one("credit"), copyright: one("copyright"), alt: one("alt") },
    ...{ creator: all("creator")?.join(", "), keywords: all("keywords") },
    takenAt: day === undefined ? undefined : momentIn(day),
  };
}

/** Of any other address nobody knows whether it is a licence, or a page that speaks of one. */
const isCreativeCommons = (address: string): boolean =>
  /^https?:\/\/creativecommons\.org\/(?:licenses|publicdomain)\//i.test(address.trim());

function inVietnamese(said: readonly Said[]): string | undefined {
  const [first] = said;
  return (
    said.find(({ language }) => /^vi\b/i.test(language)) ??
    said.find(({ language }) => language === "x-default") ??
    first
  )?.text;
}

/** The values of each property of the picture itself: those of things inside of it lie deeper. */
function propertiesIn(xml: string): Map<keyof Notes, Said[]> {
  const found = new Map<keyof Notes, Said[]>();
  const path: string[] = [];
  let text = "";
  let language = "";
  const keep = (name: keyof Notes | undefined, one: Said) => {
    if (name !== undefined && one.text.trim() !== "") found.set(name, [...(found.get(name) ?? []), one]);
  };
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on("opentag", (tag: SaxesTagNS) => {
    path.push(nameOf(tag));
    text = "";
    language = "";
    // cc:license is a link: its address stands in the tag.
    const link = Object.values(tag.attributes).find((attribute) => nameOf(attribute) === `${RDF}resource`);
    if (isOfPicture(path, 3) && link !== undefined) keep(NAMES[nameOf(tag)], { text: link.value, language: "" });
    for (const attribute of Object.values(tag.attributes)) {
      if (isOfPicture(path, 2)) keep(NAMES[nameOf(attribute)], { text: attribute.value, language: "" });
      if (attribute.name === "xml:lang") language = attribute.value;
    }
  });
  for (const kind of ["text", "cdata"] as const) {
    parser.on(kind, (more) => {
      text += more;
    });
  }
  parser.on("closetag", () => {
    // In a list of its own, or right there.
    if (isOfPicture(path, 5) && path.at(-1) === `${RDF}li`) keep(NAMES[path.at(-3) ?? ""], { text, language });
    if (isOfPicture(path, 3)) keep(NAMES[path.at(-1) ?? ""], { text, language: "" });
    path.pop();
    text = "";
  });
  try {
    parser.write(xml).close();
  } catch {
    // What stood before the fault holds.
  }
  return found;
}

const nameOf = ({ uri, local }: { uri: string; local: string }) => uri + local;

/** Whether what is open lies so deep in `rdf:RDF`, in its description of the picture. */
function isOfPicture(path: readonly string[], depth: number): boolean {
  return path.at(-depth) === `${RDF}RDF` && path.at(1 - depth) === `${RDF}Description`;
}
