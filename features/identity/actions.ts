"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { loginPath, saying } from "#features/addresses/desk.ts";
import * as commands from "./commands.ts";
import { dropSessionCookie, sessionOfRequest } from "./session.ts";
import { publicAction, staffAction } from "./staff-action.ts";

/** Open to whoever's session ended by itself: they press the same button. */
export const signOut = publicAction(z.object({ browser: z.uuid().optional() }), async ({ browser }) => {
  await commands.signOut(await sessionOfRequest(), browser);
  await dropSessionCookie();
  redirect(loginPath);
});

const password = z.string().max(4_000);

export const changePassword = staffAction(
  z.object({ present: password, wanted: password }),
  async (staff, { present, wanted }) => {
    await commands.changePassword(staff, present, wanted);
    await dropSessionCookie();
    redirect(saying(loginPath, { done: "password" }));
  },
);
