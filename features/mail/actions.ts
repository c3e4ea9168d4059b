"use server";

import { z } from "zod";
import { staffAction } from "#features/edge/staff-action.ts";
import * as commands from "./commands.ts";
import { MAIL_KINDS } from "./kinds.ts";

const kind = z.enum(MAIL_KINDS);

/** A form says nothing of a box that is empty, and one word where one is ticked. */
const wanted = z.union([z.array(kind).max(MAIL_KINDS.length), kind.transform((one) => [one])]).default([]);

export const chooseMail = staffAction(z.object({ wanted }), (staff, said) => commands.chooseMail(staff, said.wanted));
