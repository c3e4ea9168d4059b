import { z } from "zod";
import { staffRoute } from "#features/edge/staff-route.ts";
import { sendPhoneAway, whatPhoneBrought } from "#features/phones/phone.ts";
import { rowNumber } from "#lib/form-fields.ts";

export const dynamic = "force-dynamic";

const Which = z.object({ id: rowNumber });

/** What the phone has brought so far. */
export const GET = staffRoute(Which, (staff, { id }) => whatPhoneBrought(staff, id));

/** Nothing more is wanted from it. */
export const DELETE = staffRoute(Which, (staff, { id }) => sendPhoneAway(staff, id));
