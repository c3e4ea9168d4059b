import { z } from "zod";
import { tokenRoute } from "#features/edge/token-route.ts";
import { answerPhone } from "#features/phones/phone.ts";

export const dynamic = "force-dynamic";

/** Begins an upload of a phone. */
export const POST = tokenRoute(z.object({}), (token, _, request) => answerPhone(token, request));
