import { z } from "zod";
import { parsed } from "#features/edge/input.ts";
import { staffRoute } from "#features/edge/staff-route.ts";
import { documentChanged } from "#features/live/queries.ts";

export const dynamic = "force-dynamic";

const Whole = z.coerce.number().int().nonnegative().max(2_147_483_647);
/** What the page shows: the last line of the history, and the version of the open text where it shows one. */
const Shown = z.object({ seq: Whole, version: Whole.nullable() });

/** What happened last to a document since a page of it was drawn. */
export const GET = staffRoute(z.object({ documentId: Whole.positive() }), (staff, { documentId }, { url }) => {
  const { searchParams } = new URL(url);
  const shown = parsed(Shown, { seq: searchParams.get("seq"), version: searchParams.get("version") });
  return documentChanged(staff, { documentId, ...shown });
});
