import type { Connection } from "#lib/listening.ts";
import type { AnnouncementLook } from "./follow.ts";
import { listenForAnnouncements, selectLook } from "./store.ts";

/** A connection that hears announcements. */
export type Subscription = Connection & {
  /** One look at what transactions from `horizon` on announced; null looks at the horizon alone. */
  look(horizon: bigint | null): Promise<AnnouncementLook>;
};

/**
 * Opens a line.
 * @param onWake something was announced: look now
 * @param onLost the connection broke: the line is of no more use
 */
export async function subscribe(onWake: () => void, onLost: (error: Error) => void): Promise<Subscription> {
  const { client, hangUp } = await listenForAnnouncements(onWake, onLost);
  return {
    hangUp,
    async look(horizon) {
      const row = await selectLook(client, horizon === null ? null : String(horizon));
      if (!row) throw new Error("The database answered a look at the announcements with nothing.");
      const announcements = row.announcements.map((one) => ({ ...one, xact: BigInt(one.xact) }));
      return { server: row.server, horizon: BigInt(row.horizon), announcements };
    },
  };
}
