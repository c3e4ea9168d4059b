import type { Band } from "#features/kinds/front.ts";
import type { FrontBand } from "#features/reading/front.ts";

/** A page that is arranged, as a line of their list. */
export type Place = { sectionId: number | null; name: string; depth: number; mayChoose: boolean };

/** A slot of a band as somebody chooses for it; without an article where nothing is there to fill it. */
export type Slot = {
  slot: number;
  article: { number: number; headline: string } | null;
  isPinned: boolean;
  until: string | null;
  isWaiting: boolean;
};

export type ChosenBand = Pick<Band, "id" | "template" | "title"> & {
  of: FrontBand["of"];
  /** Null where its lists are what they say: nothing is put there by hand. */
  slots: Slot[] | null;
  /** What stands in lists that are not chosen for. */
  headlines: string[];
};

/** One choice in the list of what was done. */
export type ChoiceLine = {
  number: number;
  by: string;
  at: Date;
  takesEffectAt: Date;
  state: "in_force" | "to_come" | "past" | "cancelled" | "cancels";
  cancels: number | null;
  /** What it pins that the one before it did not, and the other way round. */
  added: string[];
  removed: string[];
};

export type FrontDesk = {
  sectionId: number | null;
  name: string | null;
  mayChoose: boolean;
  /** The number of the last choice. */
  base: number;
  /** The number of the choice that is in force at the hour that is looked at, 0 where none is, and of the one that is now. */
  over: number;
  overNow: number;
  bands: ChosenBand[];
  choices: ChoiceLine[];
  /** The next hour at which something that is known now changes it. */
  until: Date | null;
};

/** An article that can be put into a slot. */
export type Findable = { number: number; headline: string; about: string; at: Date };
