"use server";

import { z } from "zod";
import { staffAction } from "#features/edge/staff-action.ts";
import { rowNumber, several } from "#lib/form-fields.ts";
import * as commands from "./commands.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const replaceFile = staffAction(
  z.object({ sha256: hash, next: hash, documentId: several(rowNumber) }),
  (staff, { documentId: documentIds, ...files }) => commands.replaceFile(staff, { ...files, documentIds }),
);
