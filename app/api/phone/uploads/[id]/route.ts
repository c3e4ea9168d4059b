import { z } from "zod";
import { tokenRoute } from "#features/edge/token-route.ts";
import { answerPhone } from "#features/phones/phone.ts";

export const dynamic = "force-dynamic";

/** How far an upload of a phone is, a part of it, and giving it up. */
const answer = () => tokenRoute(z.object({}), (token, _, request) => answerPhone(token, request));

export const HEAD = answer();
export const PATCH = answer();
export const DELETE = answer();
