import { z } from "zod";
import { staffRoute } from "#features/edge/staff-route.ts";
import { showOriginal } from "#features/uploads/show-original.ts";

export const dynamic = "force-dynamic";

/** A file as it was brought. */
export const GET = staffRoute(z.object({ sha256: z.string() }), (staff, { sha256 }, request) =>
  showOriginal(staff, sha256, request),
);
