import { z } from "zod";
import { signInToken } from "#features/accounts/sign-in-route.ts";
import { publicRoute } from "#features/edge/public-route.ts";

export const dynamic = "force-dynamic";

export const GET = publicRoute({ input: z.object({}), says: "json" }, (_, request) => signInToken(request));
