import { z } from "zod";
import { parsed } from "#features/edge/input.ts";
import { staffRoute } from "#features/edge/staff-route.ts";
import { isMark } from "#features/live/mark.ts";
import { listsChanged } from "#features/live/queries.ts";

export const dynamic = "force-dynamic";

const Since = z.string().max(4_000).refine(isMark);

/** Whether something happened since a list was drawn. */
export const GET = staffRoute(z.object({}), (staff, _, { url }) =>
  listsChanged(staff, parsed(Since, new URL(url).searchParams.get("since"))),
);
