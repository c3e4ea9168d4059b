import { z } from "zod";
import { staffRoute } from "#features/edge/staff-route.ts";
import { letPhoneIn } from "#features/phones/phone.ts";

export const dynamic = "force-dynamic";

/** Lets a phone bring pictures for whoever asks. */
export const POST = staffRoute(z.object({}), (staff) => letPhoneIn(staff));
