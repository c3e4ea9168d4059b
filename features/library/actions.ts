"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { libraryPath, saying } from "#features/addresses/desk.ts";
import { staffAction } from "#features/edge/staff-action.ts";
import { readCut } from "#features/text/picture-cut.ts";
import { rowNumber, several, versionNumber } from "#lib/form-fields.ts";
import { withBeside } from "./along.ts";
import * as binning from "./bin.ts";
import * as collecting from "./collecting.ts";
import { CollectionName, IntoCollection } from "./collections.ts";
import * as commands from "./commands.ts";
import { ReasonForm } from "./deeds.ts";
import * as going from "./going.ts";
import { ManyForm, type Seen } from "./many.ts";
import { lastRights } from "./queries.ts";
import { ManyRightsForm, RightsForm } from "./rights.ts";
import * as rightsCommands from "./rights-commands.ts";
import { FileWordsForm } from "./words.ts";

const which = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });
/** A file, and how often what is changed of it had been changed when it was on the screen. */
const seenOne = which.extend({ version: versionNumber });

export const changeFileWords = staffAction(
  FileWordsForm.extend(seenOne.shape),
  (staff, { sha256, version, ...words }) => commands.changeWords(staff, { sha256, version, words }),
);

export const changeFileRights = staffAction(
  z.intersection(RightsForm, seenOne),
  (staff, { sha256, version, ...said }) => rightsCommands.changeRights(staff, { sha256, version, said }),
);

export const tryFileAgain = staffAction(which, (staff, said) => commands.tryAgain(staff, said));

const cut = z.string().refine((spelt) => spelt !== "" && readCut(spelt) !== null);
export const tryCutAgain = staffAction(which.extend({ cut }), (staff, said) => commands.tryCutAgain(staff, said));

export const letMacrosIn = staffAction(which, (staff, said) => commands.letMacrosIn(staff, said));

/** A file, and what belongs to it that shall go along. */
const withAlong = which.extend({ along: several(which.shape.sha256) });
const because = ReasonForm.extend(withAlong.shape);

export const hideFile = staffAction(because, (staff, { reason, ...said }) =>
  withBeside(staff, "hide", said, (sha256) => going.hideFile(staff, { sha256, reason })),
);
export const showFileAgain = staffAction(withAlong, (staff, said) =>
  withBeside(staff, "show", said, (sha256) => going.showFileAgain(staff, { sha256 })),
);
export const binFile = staffAction(withAlong, (staff, said) =>
  withBeside(staff, "bin", said, (sha256) => binning.binFile(staff, { sha256 })),
);
export const restoreFile = staffAction(withAlong, (staff, said) =>
  withBeside(staff, "restore", said, (sha256) => binning.restoreFile(staff, { sha256 })),
);
export const askToErase = staffAction(because, (staff, { reason, ...said }) =>
  withBeside(staff, "ask", said, (sha256) => going.askToErase(staff, { sha256, reason })),
);
export const withdrawErasure = staffAction(withAlong, (staff, said) =>
  withBeside(staff, "withdraw", said, (sha256) => going.withdrawErasure(staff, { sha256 })),
);
export const eraseFile = staffAction(withAlong, (staff, said) =>
  withBeside(staff, "erase", said, (sha256) => going.eraseFile(staff, { sha256 })),
);

/** A file's number, and the versions of its words and of its rights. */
const seen = z
  .string()
  .regex(/^[1-9]\d{0,8}\.\d{1,9}\.\d{1,9}$/)
  .transform((text): [number, Seen] => {
    const [id = 0, version = 0, rightsVersion = 0] = text.split(".").map(Number);
    return [id, { version, rightsVersion }];
  });

export const changeManyFiles = staffAction(
  ManyForm.extend({ chosen: several(seen) }),
  async (staff, { chosen, ...said }) => {
    const { count } = await commands.changeMany(staff, { chosen: new Map(chosen), said });
    redirect(saying(libraryPath, { changed: count }));
  },
);

const fileIds = several(rowNumber);

export const binManyFiles = staffAction(z.object({ fileId: fileIds }), async (staff, { fileId }) => {
  const { count } = await binning.binMany(staff, fileId);
  redirect(saying(libraryPath, { binned: count }));
});

const collection = z.object({ collectionId: rowNumber });

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

/** A file's hash, and the version of its rights. */
const answered = z
  .string()
  .regex(/^[0-9a-f]{64}\.\d{1,9}$/)
  .transform((text): [string, number] => [text.slice(0, 64), Number(text.slice(65))]);

export const sayRightsOfSet = staffAction(
  ManyRightsForm.extend({ chosen: several(answered) }),
  (staff, { chosen, ...said }) => rightsCommands.sayRights(staff, { chosen: new Map(chosen), said }),
);

/** What whoever asks has said last, to be said again. */
export const lastSaidRights = staffAction(z.object({}), (staff) => lastRights(staff));
