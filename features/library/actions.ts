"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { libraryPath, saying } from "#features/addresses/desk.ts";
import { staffAction } from "#features/edge/staff-action.ts";
import * as collecting from "./collecting.ts";
import { CollectionName, IntoCollection } from "./collections.ts";
import * as commands from "./commands.ts";
import { FileWordsForm, ManyWordsForm } from "./words.ts";

const which = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

export const changeFileWords = staffAction(
  FileWordsForm.extend({ ...which.shape, version: z.coerce.number().int().min(0).max(2_147_483_647) }),
  (staff, { sha256, version, ...words }) => commands.changeWords(staff, { sha256, version, words }),
);

export const tryFileAgain = staffAction(which, (staff, said) => commands.tryAgain(staff, said));

export const letMacrosIn = staffAction(which, (staff, said) => commands.letMacrosIn(staff, said));

/** A file's number and the version of its words. */
const seen = z
  .string()
  .regex(/^[1-9]\d{0,8}\.\d{1,9}$/)
  .transform((text) => text.split(".").map(Number) as [number, number]);

/** One that is chosen alone comes as one word. */
const chosen = z.union([z.array(seen).max(1_000), seen.transform((one) => [one])]).default([]);

export const changeManyFiles = staffAction(ManyWordsForm.extend({ chosen }), async (staff, input) => {
  const { count } = await commands.changeMany(staff, { chosen: new Map(input.chosen), said: input });
  redirect(saying(libraryPath, { changed: count }));
});

const number = z.coerce.number().int().min(1).max(2_147_483_647);
/** One that is chosen alone comes as one word. */
const fileIds = z.union([z.array(number).max(1_000), number.transform((one) => [one])]).default([]);
const collection = z.object({ collectionId: number });

export const collectFiles = staffAction(
  z.intersection(z.object({ fileId: fileIds }), IntoCollection),
  (staff, { fileId, ...into }) => collecting.collect(staff, { fileIds: fileId, into }),
);

export const takeFilesOut = staffAction(collection.extend({ fileId: fileIds }), (staff, { fileId, collectionId }) =>
  collecting.takeOut(staff, { fileIds: fileId, collectionId }),
);

export const renameCollection = staffAction(collection.extend({ name: CollectionName }), (staff, said) =>
  collecting.rename(staff, said),
);

export const dropCollection = staffAction(collection, async (staff, said) => {
  await collecting.drop(staff, said);
  redirect(libraryPath);
});
