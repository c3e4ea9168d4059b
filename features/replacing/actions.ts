"use server";

import { z } from "zod";
import { staffAction } from "#features/edge/staff-action.ts";
import * as commands from "./commands.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const number = z.coerce.number().int().min(1).max(2_147_483_647);
/** One that is chosen alone comes as one word. */
const documentId = z.union([z.array(number).max(1_000), number.transform((one) => [one])]).default([]);

export const replaceFile = staffAction(
  z.object({ sha256: hash, next: hash, documentId }),
  (staff, { documentId: documentIds, ...files }) => commands.replaceFile(staff, { ...files, documentIds }),
);
