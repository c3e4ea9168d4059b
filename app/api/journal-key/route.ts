import { z } from "zod";
import { staffRoute } from "#features/edge/staff-route.ts";
import { journalKey } from "#features/sessions/commands.ts";
import { refuseOtherPerson } from "#features/sessions/same-person.ts";

export const dynamic = "force-dynamic";

/** `by`: who opened the page. Nobody is given the key of somebody else. */
const Ask = z.object({ browser: z.uuid(), by: z.int() });

/** The key that seals a person's unsaved words in their browser; it is kept on no disk but ours. */
export const POST = staffRoute(Ask, async (staff, { browser, by }) => {
  refuseOtherPerson(staff, by);
  const { id, key } = await journalKey(staff, browser);
  return { id, key: key.toString("base64") };
});
