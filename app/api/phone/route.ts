import { z } from "zod";
import { tokenRoute } from "#features/edge/token-route.ts";
import { ownerOfPhone } from "#features/phones/phone.ts";

export const dynamic = "force-dynamic";

/** For whom a phone brings pictures, by name. */
export const GET = tokenRoute(z.object({}), async (token) => ({ name: (await ownerOfPhone(token)).name }));
