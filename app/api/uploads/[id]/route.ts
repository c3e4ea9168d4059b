import { z } from "zod";
import { staffStreamRoute } from "#features/edge/staff-route.ts";
import { answerUploader } from "#features/uploads/door.ts";

export const dynamic = "force-dynamic";

/** How far an upload is, a part of it, and giving it up. */
const answer = () => staffStreamRoute(z.object({}), (staff, _, request) => answerUploader(staff, request));

export const HEAD = answer();
export const PATCH = answer();
export const DELETE = answer();
