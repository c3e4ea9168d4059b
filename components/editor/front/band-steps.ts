import { type Band, FRONT_LIMITS, newBand, SLOTS, type Template } from "#features/kinds/front.ts";

type Bands = readonly Band[];

/** @returns null when there is no such place */
export function moved(bands: Bands, from: number, to: number): Band[] | null {
  const band = bands[from];
  if (band === undefined || to < 0 || to >= bands.length || from === to) return null;
  return bands.filter((_, at) => at !== from).toSpliced(to, 0, band);
}

export const changed = (bands: Bands, at: number, part: Partial<Band>): Band[] =>
  bands.map((band, place) => (place === at ? { ...band, ...part } : band));

export const removed = (bands: Bands, at: number): Band[] => bands.filter((_, place) => place !== at);

/** With one more at the end: the first of a template is called as the usual one is, so that what stands in that stays. */
export function added(bands: Bands, template: Template): Band[] {
  const taken = new Set(bands.map(({ id }) => id));
  const name = template.replace("_", "-");
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? name : `${name}-${count}`;
    if (!taken.has(id)) return [...bands, newBand(template, id)];
  }
}

export const isFull = (bands: Bands) => bands.length >= FRONT_LIMITS.bands;

/** How many slots a band may have, from the fewest up. */
export function slotsToChoose(template: Template): number[] {
  const { least, most } = SLOTS[template];
  return Array.from({ length: most - least + 1 }, (_, at) => least + at);
}
