import { nfc } from "#lib/nfc.ts";
import { nearest } from "./nearest.ts";
import { pathOf, pathTo, type Section } from "./tree.ts";

/** `nearest`: paths of the sections that look most like what was asked for, or of all that bear the name. */
export type Match = { id: number } | { id: null; because: "unknown" | "several"; nearest: string[] };

/**
 * Finds a section by its name, by a path of names ("Tin tức - sự kiện / Đảng - đoàn thể"), by its slug, or by a path of
 * slugs. Case, kinds of dashes and blanks, Unicode form, and where the tone mark stands (hoà, hòa) make no difference.
 */
export function findSection(sections: readonly Section[], askedFor: string): Match {
  // As an address bar gives it: "/thong-bao/".
  const asked = askedFor.replace(/^[\s/]+|[\s/]+$/g, "");
  const ends = sections.filter((section) => [section.name, section.slug].some((name) => keyOf(name) === keyOf(asked)));
  const found = ends.length > 0 ? ends : sections.filter((section) => isAtPath(sections, section, asked));
  const [one, ...others] = found;
  if (one && others.length === 0) return { id: one.id };
  if (one) return { id: null, because: "several", nearest: found.map((section) => pathOf(sections, section)) };
  const last = asked.split("/").at(-1) ?? asked;
  const close = nearest(keyOf(last), sections, (section) => keyOf(section.name));
  return { id: null, because: "unknown", nearest: close.map((section) => pathOf(sections, section)) };
}

/** Two names with the same key are the same name to a reader. */
export function keyOf(name: string): string {
  return nfc(name)
    .toLocaleLowerCase("vi")
    .replace(/\p{Cf}/gu, "")
    .replace(LATE_TONES, (tail) => LATE.get(tail) ?? tail)
    .replace(/\s+/g, " ")
    .replace(/ ?\p{Pd}+ ?/gu, "-")
    .trim();
}

/** Both ways of placing the mark are in use: the late one ("hoà", "thuý") is read as the early one ("hòa", "thúy"). */
const TONES = ["\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];
const LATE = new Map(
  ["oa", "oe", "uy"].flatMap(([first = "", second = ""]) =>
    TONES.map((tone): [string, string] => [nfc(`${first}${second}${tone}`), nfc(`${first}${tone}${second}`)]),
  ),
);
const LATE_TONES = new RegExp(`(?<!q)(?:${[...LATE.keys()].join("|")})(?![\\p{L}\\p{M}])`, "gu");

function isAtPath(sections: readonly Section[], section: Section, asked: string): boolean {
  const steps = asked.split("/").map(keyOf);
  const line = pathTo(sections, section.id);
  if (steps.length < 2 || steps.length !== line.length) return false;
  return line.every(({ name, slug }, at) => keyOf(name) === steps[at] || slug === steps[at]);
}
