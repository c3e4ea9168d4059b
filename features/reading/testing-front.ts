import { cardsOn, type FrontPage } from "./front.ts";

/** What stands in the lists of a front, by the template of their band. */
export function shownOn({ bands }: FrontPage): Record<string, { of: string | null; headlines: string[] }[]> {
  return Object.fromEntries(
    bands.map(({ template, lists }) => [
      template,
      lists.map(({ of, slots }) => ({
        of: of === null ? null : "hours" in of ? String(of.hours) : of.name,
        headlines: slots.map(({ card }) => card.headline),
      })),
    ]),
  );
}

export const headlinesOn = (front: FrontPage): string[] => cardsOn(front).map(({ headline }) => headline);
