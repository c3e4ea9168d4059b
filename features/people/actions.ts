"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { loginPath, saying } from "#features/addresses/desk.ts";
import { staffAction } from "#features/edge/staff-action.ts";
import { tokenAction } from "#features/edge/token-action.ts";
import { rowNumber, several } from "#lib/form-fields.ts";
import * as commands from "./commands.ts";
import { InviteForm, RoleForm } from "./forms.ts";
import { openLink, setPasswordWith } from "./links.ts";
import { putNewsAway } from "./news.ts";
import * as second from "./second-person.ts";

const line = z.string().max(400);
const person = z.object({ personId: rowNumber });

/** What a link is for. Asking does not use it up. */
export const openOneTimeLink = tokenAction(z.object({}), openLink);

export const setPasswordByLink = tokenAction(
  z.object({
    password: z.string().max(4_000),
    name: line.optional(),
    email: line.optional(),
    siteName: line.optional(),
  }),
  async (token, { password, ...first }) => {
    await setPasswordWith(token, password, first);
    redirect(saying(loginPath, { done: "password" }));
  },
);

export const invite = staffAction(InviteForm, async (staff, who) => ({
  name: who.name,
  ...(await commands.invite(commands.administrator(staff), who)),
}));

export const giveRole = staffAction(RoleForm, (staff, { personId, ...wanted }) =>
  commands.giveRole(commands.administrator(staff), personId, wanted),
);

export const endRole = staffAction(z.object({ grantId: rowNumber }), (staff, { grantId }) =>
  commands.endRole(commands.administrator(staff), grantId),
);

export const switchOff = staffAction(person, (staff, { personId }) =>
  commands.switchOff(commands.administrator(staff), personId),
);

export const switchOn = staffAction(person, (staff, { personId }) =>
  commands.switchOn(commands.administrator(staff), personId),
);

export const resetWayIn = staffAction(person, (staff, { personId }) =>
  commands.resetWayIn(commands.administrator(staff), personId),
);

const notice = z.object({ about: z.enum(["role", "reset"]), id: rowNumber });

export const agree = staffAction(notice, (staff, { about, id: which }) =>
  about === "role" ? second.agreeToRole(staff, which) : second.agreeToReset(staff, which),
);

export const object = staffAction(notice, (staff, { about, id: which }) =>
  about === "role" ? second.objectToRole(staff, which) : second.objectToReset(staff, which),
);

export const putAway = staffAction(z.object({ ids: several(rowNumber) }), (staff, { ids }) => putNewsAway(staff, ids));
