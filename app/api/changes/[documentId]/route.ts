import { z } from "zod";
import { parsed } from "#features/edge/input.ts";
import { staffRoute } from "#features/edge/staff-route.ts";
import { documentChanged } from "#features/live/queries.ts";
import { rowNumber, versionNumber } from "#lib/form-fields.ts";

export const dynamic = "force-dynamic";

/** What the page shows: the last line of the history, and the version of the open text where it shows one. */
const Shown = z.object({ seq: versionNumber, version: versionNumber.nullable() });

/** What happened last to a document since a page of it was drawn. */
export const GET = staffRoute(z.object({ documentId: rowNumber }), (staff, { documentId }, { url }) => {
  const { searchParams } = new URL(url);
  const shown = parsed(Shown, { seq: searchParams.get("seq"), version: searchParams.get("version") });
  return documentChanged(staff, { documentId, ...shown });
});
