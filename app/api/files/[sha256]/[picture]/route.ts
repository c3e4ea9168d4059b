import { z } from "zod";
import { staffRoute } from "#features/edge/staff-route.ts";
import { showPicture } from "#features/uploads/show-picture.ts";

export const dynamic = "force-dynamic";

const Asked = z.object({ sha256: z.string(), picture: z.string() });

/** A picture as readers would get it. */
export const GET = staffRoute(Asked, (staff, { sha256, picture }, request) =>
  showPicture(staff, sha256, picture, request),
);
