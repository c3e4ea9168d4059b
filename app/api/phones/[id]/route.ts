import { z } from "zod";
import { staffRoute } from "#features/edge/staff-route.ts";
import { sendPhoneAway, whatPhoneBrought } from "#features/phones/phone.ts";

export const dynamic = "force-dynamic";

const Which = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });

/** What the phone has brought so far. */
export const GET = staffRoute(Which, (staff, { id }) => whatPhoneBrought(staff, id));

/** Nothing more is wanted from it. */
export const DELETE = staffRoute(Which, (staff, { id }) => sendPhoneAway(staff, id));
