"use server";

import { z } from "zod";
import { staffAction } from "#features/edge/staff-action.ts";
import * as commands from "./commands.ts";
import { JOB_NAMES } from "./jobs.ts";

const dead = z.object({ job: z.enum(JOB_NAMES), id: z.uuid() });

export const tryJobAgain = staffAction(dead, (staff, which) => commands.tryAgain(staff, which));

export const giveJobUp = staffAction(dead, (staff, which) => commands.giveUp(staff, which));

export const verifyNow = staffAction(z.object({}), (staff) => commands.verifyNow(staff));
