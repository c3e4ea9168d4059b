import { z } from "zod";
import { staffStreamRoute } from "#features/edge/staff-route.ts";
import { answerUploader } from "#features/uploads/door.ts";

export const dynamic = "force-dynamic";

/** Begins an upload: how long it is, and what the file is called. */
export const POST = staffStreamRoute(z.object({}), (staff, _, request) => answerUploader(staff, request));
