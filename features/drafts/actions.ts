"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { documentPath } from "#features/addresses/desk.ts";
import { staffAction } from "#features/edge/staff-action.ts";
import { refuseOtherPerson } from "#features/sessions/same-person.ts";
import { rowNumber } from "#lib/form-fields.ts";
import { restoreVersion as restore } from "./commands.ts";
import { papersWith } from "./papers.ts";
import { makeTag as make } from "./tags.ts";

export const restoreVersion = staffAction(
  z.object({
    documentId: rowNumber,
    revisionId: rowNumber,
    by: z.preprocess((said) => (said === "" ? undefined : said), rowNumber.optional()),
  }),
  async (staff, { documentId, revisionId, by }) => {
    refuseOtherPerson(staff, by);
    await restore(staff, documentId, revisionId);
    redirect(documentPath(documentId, { done: "version" }));
  },
);

export const makeTag = staffAction(z.object({ name: z.string().max(400) }), (staff, { name }) => make(staff, name));

export const findPapers = staffAction(z.object({ words: z.string().max(400) }), (staff, { words }) =>
  papersWith(staff, words, new Date()),
);
