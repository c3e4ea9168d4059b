import { deleteOldDevices, deleteOldKeys, deleteOldTries, forgetByOwner } from "./store.ts";

/**
 * Deletes what has served its time: tries to sign in, devices, keys of journals, announcements, mails, one-time links, sessions,
 * and what tabs were answered about editions that are closed. Each by itself, keys before the sessions that they hang on.
 */
export async function forgetOld(): Promise<void> {
  await deleteOldTries();
  await deleteOldDevices();
  await deleteOldKeys();
  for (const what of ["announcements", "mails", "links", "sessions", "saves"] as const) await forgetByOwner(what);
}
