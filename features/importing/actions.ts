"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { batchPath } from "#features/addresses/desk.ts";
import { staffAction } from "#features/edge/staff-action.ts";
import * as commands from "./commands.ts";
import { TakenOut } from "./taken-out.ts";

const number = z.coerce.number<string>().int().positive().max(2_147_483_647);

/** "Xác nhận và đăng": what was on the screen, in one press. When all went well the page shows what still waits. */
export const confirmBatch = staffAction(
  z.object({ batchId: number, digest: z.string().max(64) }),
  async (staff, { batchId, digest }) => {
    const done = await commands.confirmBatch(staff, { batchId, digest });
    if (done.left.length === 0) redirect(batchPath(batchId, { confirmed: done.confirmed }));
    return done;
  },
);

/** "Trả lại" for one article of a batch. */
export const takeOut = staffAction(TakenOut, async (staff, asked) => {
  await commands.takeOut(staff, asked);
  redirect(batchPath(asked.batchId, { returned: asked.documentId }));
});
