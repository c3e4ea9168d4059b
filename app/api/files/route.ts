import { z } from "zod";
import { staffRoute } from "#features/edge/staff-route.ts";
import { offeredFiles } from "#features/library/queries.ts";

export const dynamic = "force-dynamic";

/** Files of the site to choose from, narrowed as the library is. */
export const GET = staffRoute(z.object({}), (staff, _, { url }) =>
  offeredFiles(staff, Object.fromEntries(new URL(url).searchParams)),
);
