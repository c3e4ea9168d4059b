import { SaxesParser } from "saxes";
import { MOST_TEXT } from "../limits.ts";
import { Unusable } from "../unusable.ts";

/** Reads the words of one part of a document as it is unpacked. */
export type Reader = {
  write(bytes: Buffer): void;
  /** @returns its words, with an end of a line for each paragraph */
  end(): string;
};

/** Where a line ends, whoever spelt it: `w:p`, `a:p`, `text:p`, `text:h`, `si`, and what is typed with Shift and Enter. */
const LINES = new Set(["p", "h", "si", "is", "br", "line-break", "cr"]);
/** Words of Office lie in runs (`w:t`, `a:t`, `t`); what else has text there is none of them. */
const RUN = "t";

/**
 * @param what `words` as people read them; `all` that stands between any tags, each in a line; of a `manifest` nothing, but that
 *   no part is encrypted
 */
export function readWords(what: "words" | "all" | "manifest"): Reader {
  const decoder = new TextDecoder();
  const parser = new SaxesParser({ xmlns: false, position: false });
  let text = "";
  /** How many runs, or paragraphs of OpenDocument, are open. */
  let open = 0;
  const add = (words: string) => {
    if (text.length < MOST_TEXT) text += words;
  };
  const isWords = (name: string, local: string) => local === RUN || name === "text:p" || name === "text:h";
  parser.on("opentag", ({ name }) => {
    const local = localOf(name);
    if (what === "manifest" && local === "encryption-data") throw new Unusable("encrypted");
    if (what === "words" && isWords(name, local)) open += 1;
    if (what === "words" && local === "tab") add("\t");
    if (what === "words" && name === "text:s") add(" ");
  });
  parser.on("text", (words) => {
    if (what === "all" || (what === "words" && open > 0)) add(words);
  });
  parser.on("closetag", ({ name }) => {
    const local = localOf(name);
    if (what === "words" && isWords(name, local)) open -= 1;
    if (what === "all" || LINES.has(local)) add("\n");
  });
  return {
    write: (bytes) => void parser.write(decoder.decode(bytes, { stream: true })),
    end() {
      parser.write(decoder.decode()).close();
      return text.replace(/\n{3,}/g, "\n\n").trim();
    },
  };
}

const localOf = (name: string): string => name.slice(name.indexOf(":") + 1);
