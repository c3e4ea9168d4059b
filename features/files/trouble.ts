import { countInTrouble } from "./checks-store.ts";
import { countUnswept } from "./deeds-store.ts";

/** How many originals were missing or had changed when they were read last, on all sites together. */
export const filesInTrouble = (): Promise<number> => countInTrouble();

/**
 * What whoever watches from outside is told while originals are missing or have changed, or bytes of erased files may still lie
 * there; undefined while nothing is amiss.
 */
export async function whyNotKept(): Promise<string | undefined> {
  const [troubled, unswept] = [await countInTrouble(), await countUnswept()];
  const all = [...(troubled === 0 ? [] : [inTrouble(troubled)]), ...(unswept === 0 ? [] : [notSwept(unswept)])];
  return all.length === 0 ? undefined : `${all.join(", ")}; npm run files -- verify names them`;
}

const notSwept = (count: number): string =>
  count === 1 ? "bytes of an erased file may still lie there" : `bytes of ${count} erased files may still lie there`;

/** As the log says it, and a warning. */
export const inTrouble = (count: number): string =>
  count === 1 ? "one original is missing or has changed" : `${count} originals are missing or have changed`;
