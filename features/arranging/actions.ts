"use server";

import { z } from "zod";
import { staffAction } from "#features/edge/staff-action.ts";
import { swapped, unpinned } from "#features/fronts/pins.ts";
import { bandId } from "#features/kinds/front.ts";
import { refuseOtherPerson } from "#features/sessions/same-person.ts";
import { rowNumber, versionNumber } from "#lib/form-fields.ts";
import { hourSaid } from "#lib/hours.ts";
import * as commands from "./commands.ts";
import { findForFront } from "./queries.ts";

const orNull = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());

/** Which front, what was on the screen and in force there, who opened it, and from when on: empty is now. */
const Place = z.object({
  sectionId: orNull(rowNumber),
  base: versionNumber,
  over: versionNumber,
  by: rowNumber,
  from: orNull(z.iso.datetime().transform((at) => new Date(at))),
});
const slotNumber = z.coerce.number().int().min(0).max(19);
const Spot = z.object({ band: bandId, slot: slotNumber });

/** An hour as people write it. */
const hour = orNull(
  z
    .string()
    .transform((text) => hourSaid(text, new Date()))
    .pipe(z.date("Giờ cần có cả ngày và giờ, ví dụ 29/11/2026 07:30, 29/11 7h30 hoặc 7h30 ngày mai.")),
);

export const pinArticle = staffAction(
  Place.extend(Spot.shape).extend({
    article: z.coerce.number("Chưa chọn bài.").int("Chưa chọn bài.").positive("Chưa chọn bài.").max(2_147_483_647),
    until: hour,
  }),
  (staff, { sectionId, base, over, by, from, until, ...pin }) => {
    refuseOtherPerson(staff, by);
    return commands.pin(staff, { sectionId, base, over }, { ...pin, until: until?.toISOString() ?? null }, from);
  },
);

export const unpinArticle = staffAction(Place.extend(Spot.shape), (staff, { by, from, band, slot, ...where }) => {
  refuseOtherPerson(staff, by);
  return commands.choose(staff, where, (pins) => unpinned(pins, { band, slot }), from);
});

export const moveArticle = staffAction(
  Place.extend({ ...Spot.shape, article: rowNumber, toBand: bandId, toSlot: slotNumber }),
  (staff, { sectionId, base, over, by, from, toBand, toSlot, ...moved }) => {
    refuseOtherPerson(staff, by);
    return commands.choose(
      staff,
      { sectionId, base, over },
      (pins) => swapped(pins, moved, { band: toBand, slot: toSlot }),
      from,
    );
  },
);

const Now = Place.omit({ from: true });
const Earlier = Now.extend({ number: rowNumber });

export const undoFrontChoice = staffAction(Now, (staff, { by, ...where }) => {
  refuseOtherPerson(staff, by);
  return commands.undoChoice(staff, where);
});

export const chooseFrontAgain = staffAction(Earlier, (staff, { by, number, ...where }) => {
  refuseOtherPerson(staff, by);
  return commands.chooseAgain(staff, where, number);
});

export const cancelFrontChoice = staffAction(Earlier, (staff, { by, number, ...where }) => {
  refuseOtherPerson(staff, by);
  return commands.cancelChoice(staff, where, number);
});

/** Articles that somebody may mean who types words, a number or an address. */
export const findFrontArticles = staffAction(z.object({ words: z.string().max(300) }), (staff, { words }) =>
  findForFront(staff, words),
);
