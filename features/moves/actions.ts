"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { documentPath } from "#features/addresses/desk.ts";
import { staffAction } from "#features/edge/staff-action.ts";
import { KINDS, type KindName } from "#features/kinds/kinds.ts";
import { refuseOtherPerson } from "#features/sessions/same-person.ts";
import { carryOut, start } from "./commands.ts";
import { Pressed, pageAfter, saidIn } from "./pressed.ts";
import { PRESSES } from "./presses.ts";

const kinds = Object.keys(KINDS) as KindName[];

/** "Viết bài mới", "Tạo trang mới": an empty draft, and its page. */
export const startDocument = staffAction(z.object({ kind: z.enum(kinds) }), async (staff, { kind }) => {
  redirect(documentPath(await start(staff, kind)));
});

/** Every button of a document: what it moves is in the table, who may is in the policy. */
export const press = staffAction(Pressed, async (staff, pressed) => {
  refuseOtherPerson(staff, pressed.by);
  const done = await carryOut(staff, PRESSES[pressed.press], pressed.documentId, saidIn(pressed));
  redirect(pageAfter(pressed.press, done));
});
