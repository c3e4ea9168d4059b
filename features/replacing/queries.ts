import { ranksOf } from "#features/desk/lists-store.ts";
import { type Looker, refuseStrangers } from "#features/library/may.ts";
import { fileDetails } from "#features/library/queries.ts";
import { whyNot } from "./commands.ts";
import { haveOneShape } from "./in-content.ts";
import { placesOf } from "./places-store.ts";
import type { Replacement } from "./types.ts";

/**
 * What the page shows on which a file is replaced.
 * @param next the SHA-256 of the other one; "" where none was chosen
 * @throws {Refusal} `not_allowed` to whoever has no say over articles, `not_found`
 */
export async function replacement(staff: Looker, sha256: string, next: string): Promise<Replacement> {
  refuseStrangers(staff);
  const old = await fileDetails(staff, sha256);
  const [other, places] = await Promise.all([
    next === "" ? null : fileDetails(staff, next),
    ranksOf(staff).then((ranks) => placesOf(ranks, sha256)),
  ]);
  const judged = other && { ...other, whyNot: whyNot(old, other), keepsCuts: haveOneShape(old, other) };
  return { old, next: judged, ...places };
}
