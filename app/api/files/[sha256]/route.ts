import { z } from "zod";
import { staffRoute } from "#features/edge/staff-route.ts";
import { showFile } from "#features/uploads/show-file.ts";

export const dynamic = "force-dynamic";

/** How a file of the site stands, or (`?cut=`) a cut of it, and its words. */
export const GET = staffRoute(z.object({ sha256: z.string() }), (staff, { sha256 }, { url }) =>
  showFile(staff, sha256, new URL(url).searchParams.get("cut") ?? ""),
);
