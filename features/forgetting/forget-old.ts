import { deleteOldDevices, deleteOldKeys, deleteOldTries, forgetByOwner } from "./store.ts";

/**
 * Deletes what has served its time: tries to sign in, devices, keys of journals, announcements, mails, one-time links, sessions,
 * what tabs were answered about editions that are closed, and the words of questions that are done with. Each by itself, keys before the sessions that they hang on.
 */
export async function forgetOld(): Promise<void> {
  await deleteOldTries();
  await deleteOldDevices();
  await deleteOldKeys();
  for (const what of ["announcements", "mails", "links", "sessions", "saves", "questions"] as const)
    await forgetByOwner(what);
}
