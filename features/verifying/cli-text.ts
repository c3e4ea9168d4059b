import type { ErasedInTexts } from "./store.ts";
import type { Looked } from "./verdict.ts";

/** What `npm run verify` says about itself. */
export const USAGE = `npm run verify

Looks over the whole database, with the server up or down, and changes nothing: every document's history, the hashes of every
text, what readers would get of it and what lists show, and every seal. It names the first row that does not fit and ends
with code 1; else it says how many rows it looked at, and which texts name files that were erased: of these no byte is left, and
the texts are what they were. Whether the files of all others lie where they should, npm run files -- verify looks.`;

/** What was looked at, when all of it fits, and why there are no bytes of files that texts name. */
export function told(looked: readonly Looked[], erased: readonly ErasedInTexts[] = []): string {
  const counted = looked.filter(({ rows }) => rows > 0);
  const without = counted.filter((one) => one.without > 0);
  return [
    counted.length === 0
      ? "There is nothing yet."
      : `All fits: ${counted.map(({ what, rows }) => `${said(what)} ${rows}`).join(", ")}.`,
    ...without.map((one) => `Of ${said(one.what)} ${one.without} ${WHY[one.what] ?? BY_OWNER}.`),
    ...erased.map(gone),
  ].join("\n");
}

const gone = ({ document, revisions, sha256, number }: ErasedInTexts) =>
  `Document ${document} names file ${sha256} (revision${revisions.length > 1 ? "s" : ""} ${revisions.join(", ")}), which was erased under no. ${number}: its site gives none of it any more, and the text is what it was.`;

const said = (table: string) => table.replaceAll("_", " ");
const BY_OWNER = "carry no seal: the database's owner wrote them by hand, or they are older than seals";
const WHY: Record<string, string | undefined> = {
  revisions: "hold no text: they were erased",
  documents: "carry no seal: nothing was decided about them yet, or not by the app",
};
