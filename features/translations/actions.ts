"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { documentPath } from "#features/addresses/desk.ts";
import { staffAction } from "#features/edge/staff-action.ts";
import { numberNamed } from "#lib/form-fields.ts";
import { beginTranslation } from "./commands.ts";

const Begun = z.object({ original: numberNamed("Chưa rõ là bản tiếng Anh của bài nào.") });

/** "Viết bản tiếng Anh": its draft, and the page of that. */
export const beginEnglish = staffAction(Begun, async (staff, { original }) => {
  redirect(documentPath(await beginTranslation(staff, original)));
});
