import { bare } from "#lib/bare.ts";
import { nfc } from "#lib/nfc.ts";

type Named = { name: string };

const fold = (text: string) => bare(text).replace(/\s+/g, " ").trim();

export function sameName(a: string, b: string): boolean {
  return nfc(a).toLocaleLowerCase("vi") === nfc(b).toLocaleLowerCase("vi");
}

/** Options that contain what was typed; those that begin with it, and those with the same marks, first. */
export function matching<O extends Named>(options: readonly O[], typed: string): O[] {
  const wanted = fold(typed);
  const rank = ({ name }: O) =>
    (fold(name).startsWith(wanted) ? 0 : 2) +
    (name.toLocaleLowerCase("vi").includes(typed.toLocaleLowerCase("vi")) ? 0 : 1);
  return options.filter(({ name }) => fold(name).includes(wanted)).toSorted((a, b) => rank(a) - rank(b));
}
