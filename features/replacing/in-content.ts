import { saysLess } from "#features/text/ai-label.ts";
import type { Content } from "#features/text/kind.ts";
import type { AiLabel } from "#features/text/vocabulary.ts";

/** What stands in the place of another file. */
export type Swap = {
  old: string;
  next: string;
  /** What the new one says of a generative program, which readers are told beside it. */
  ai: AiLabel;
  /** Whether a part of the old one is the same part of the new one: then cuts stay as they are, else the whole is shown. */
  keepsCuts: boolean;
};

/**
 * A text with one file in the place of another, wherever its fields or its body name it (`files_named_by` reads a text in the same
 * way). The words of each use stay, but what it says of a generative program is the new one's.
 *
 * @returns null where it does not name the old one
 */
export function withSwapped(content: Content, swap: Swap): Content | null {
  const changed = swapped(content, swap);
  return changed === content ? null : (changed as Content);
}

/** The same object where nothing changes. */
function swapped(part: unknown, swap: Swap): unknown {
  if (Array.isArray(part)) {
    const all = part.map((one) => swapped(one, swap));
    return all.every((one, at) => one === part[at]) ? part : all;
  }
  if (typeof part !== "object" || part === null) return part;
  const entries = Object.entries(part).map(([name, value]) => [name, swapped(value, swap)] as const);
  const changed = entries.every(([name, value]) => value === part[name as never]) ? part : Object.fromEntries(entries);
  if ("file" in part && part.file === swap.old) return { ...changed, ...anew(part, swap) };
  return hasPoster(part, swap.old) ? { ...changed, ...raised(part, swap.ai === "none" ? "none" : "edited") } : changed;
}

function anew(use: object, { next, ai, keepsCuts }: Swap) {
  const uncut = { ...("cut" in use ? { cut: "" } : {}), ...("focus" in use ? { focus: null } : {}) };
  // Where nothing is said there is no attribute: a text that was signed before the label was thought of.
  const label = "ai" in use || ai !== "none" ? labelled(use, ai) : {};
  return { file: next, ...label, ...(keepsCuts ? {} : uncut) };
}

/** Pictures and what is played have a label: these are known by what those have instead who do not see or hear them. */
function labelled(use: object, ai: AiLabel) {
  // That of a film is about its poster as well, which stays.
  if ("speechless" in use) return raised(use, ai);
  return "alt" in use ? { ai } : {};
}

/** A label that says at least so much. */
function raised(use: object, ai: AiLabel) {
  const said = "ai" in use ? (use.ai as AiLabel) : "none";
  return saysLess(said, ai) ? { ai } : {};
}

const hasPoster = (part: object, file: string): boolean =>
  "poster" in part &&
  typeof part.poster === "object" &&
  part.poster !== null &&
  "file" in part.poster &&
  part.poster.file === file;

type Size = { width: number | null; height: number | null };

/** Shapes that differ by less than this are the same one, rounded to pixels. */
const SAME_SHAPE = 0.005;

/** Whether two pictures have one shape: cuts are counted in parts of their sides. */
export function haveOneShape(old: Size, next: Size): boolean {
  if (!old.width || !old.height || !next.width || !next.height) return false;
  return Math.abs(old.width / old.height / (next.width / next.height) - 1) < SAME_SHAPE;
}
