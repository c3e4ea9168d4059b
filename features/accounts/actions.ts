"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { loginPath, saying } from "#features/addresses/desk.ts";
import { publicAction } from "#features/edge/public-action.ts";
import { staffAction } from "#features/edge/staff-action.ts";
import { signOut as endSession } from "#features/sessions/commands.ts";
import { dropSessionCookie, sessionOfRequest } from "#features/sessions/cookie.ts";
import * as commands from "./commands.ts";

/** Open to whoever's session ended by itself: they press the same button. */
export const signOut = publicAction(z.object({ browser: z.uuid().optional() }), async ({ browser }) => {
  await endSession(await sessionOfRequest(), browser);
  await dropSessionCookie();
  redirect(loginPath);
});

const password = z.string().max(4_000);

export const changePassword = staffAction(
  z.object({ present: password, password }),
  async (staff, { present, password: wanted }) => {
    await commands.changePassword(staff, present, wanted);
    await dropSessionCookie();
    redirect(saying(loginPath, { done: "password" }));
  },
);
