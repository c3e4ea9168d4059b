import { countInTrouble } from "./checks-store.ts";

/** How many originals were missing or had changed when they were read last, on all sites together. */
export const filesInTrouble = (): Promise<number> => countInTrouble();

/** What whoever watches from outside is told while originals are missing or have changed; undefined while none is. */
export async function whyNotKept(): Promise<string | undefined> {
  const troubled = await countInTrouble();
  return troubled === 0 ? undefined : `${inTrouble(troubled)}; npm run files -- verify names them`;
}

/** As the log says it, and a warning. */
export const inTrouble = (count: number): string =>
  count === 1 ? "one original is missing or has changed" : `${count} originals are missing or have changed`;
