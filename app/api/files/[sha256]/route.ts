import { z } from "zod";
import { staffRoute } from "#features/edge/staff-route.ts";
import { showFile } from "#features/uploads/show-file.ts";

export const dynamic = "force-dynamic";

/** How a file of the site stands, and its words. */
export const GET = staffRoute(z.object({ sha256: z.string() }), (staff, { sha256 }) => showFile(staff, sha256));
