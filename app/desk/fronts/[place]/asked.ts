import { hourSaid } from "#lib/hours.ts";
import { LAST_ID } from "#lib/whole.ts";

/** Of which section a front is that an address names, null for the site's own; undefined where it names none. */
export function placeAsked(place: string): number | null | undefined {
  if (place === "home") return null;
  const id = /^[1-9]\d{0,9}$/.test(place) ? Number(place) : Number.NaN;
  return id <= LAST_ID ? id : undefined;
}

/** The hour that is asked for, as people write it; null where none is, or it cannot be read. */
export function hourAsked(at: string | string[] | undefined, now: Date): Date | null {
  return typeof at === "string" && at.length < 100 ? hourSaid(at, now) : null;
}
