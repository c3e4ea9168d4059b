import { z } from "zod";
import { parsed } from "#features/edge/input.ts";
import { staffRoute } from "#features/edge/staff-route.ts";
import { streamFor } from "#features/live/stream.ts";
import { rowNumber } from "#lib/form-fields.ts";

export const dynamic = "force-dynamic";

const Shown = rowNumber.nullable();

/** Tells an open desk page, for as long as it is open, that something of its lists or of its document has changed. */
export const GET = staffRoute(z.object({}), async ({ siteId, personId, sessionId }, _, { url, method, signal }) => {
  const documentId = parsed(Shown, new URL(url).searchParams.get("document"));
  // Next answers HEAD by this as well, and would never end a stream that nobody reads.
  if (method !== "GET") return new Response(null);
  return streamFor({ siteId, personId, sessionId, documentId }, signal);
});
