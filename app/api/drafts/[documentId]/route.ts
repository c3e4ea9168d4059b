import { z } from "zod";
import { standingOf } from "#features/desk/standing.ts";
import { type Saved, saveDraft } from "#features/drafts/commands.ts";
import { parsed } from "#features/edge/input.ts";
import { staffRoute } from "#features/edge/staff-route.ts";
import { refuseOtherPerson } from "#features/sessions/same-person.ts";
import { rowNumber } from "#lib/form-fields.ts";

export const dynamic = "force-dynamic";

/** The tabs whose unsaved copies the browser found. */
const Tabs = z.array(z.uuid()).max(50);

const Save = z.object({
  documentId: rowNumber,
  tab: z.uuid(),
  /** Number of the edit that is saved: it grows with each new save. */
  counter: z.int().positive().max(2_147_483_647),
  base: z.int().nonnegative(),
  replaces: z.boolean().optional(),
  content: z.unknown(),
  /** Who opened the page that saves. */
  by: z.int().optional(),
});

/** Autosave. 409 carries the other text: a stale save overwrites nothing. */
export const PUT = staffRoute(Save, async (staff, { by, ...save }) => {
  refuseOtherPerson(staff, by);
  return answer(await saveDraft(staff, save));
});

/** How the article stands: asked by a page that is looked at again, before it dares to refresh. */
export const GET = staffRoute(z.object({ documentId: rowNumber }), (staff, { documentId }, request) =>
  standingOf(staff, documentId, parsed(Tabs, new URL(request.url).searchParams.getAll("tab"))),
);

function answer(outcome: Saved): Response {
  if (outcome.saved) return Response.json({ version: outcome.version, savedAt: outcome.savedAt.toISOString() });
  const { theirs } = outcome;
  const sentence = "Bài đã được sửa ở nơi khác. Cả hai bản đều được giữ, cần chọn hoặc ghép.";
  return Response.json(
    { code: "out_of_date", sentence, theirs: { ...theirs, savedAt: theirs.savedAt.toISOString() } },
    { status: 409 },
  );
}
