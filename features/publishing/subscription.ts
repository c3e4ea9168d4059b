import type { Look } from "./follow.ts";
import { listenForAnnouncements, selectLook, takeConnection } from "./store.ts";

/** A connection that hears announcements. */
export type Subscription = {
  /** One look at what transactions from `horizon` on announced; null looks at the horizon alone. */
  look(horizon: bigint | null): Promise<Look>;
  /** Gives the connection up; it is closed, not used again. */
  hangUp(): void;
};

/**
 * Opens a line.
 * @param onWake something was announced: look now
 * @param onLost the connection broke: the line is of no more use
 */
export async function subscribe(onWake: () => void, onLost: (error: Error) => void): Promise<Subscription> {
  const client = await takeConnection();
  let open = true;
  const hangUp = () => {
    if (!open) return;
    open = false;
    void client.end();
  };
  client.on("notification", onWake);
  client.on("error", onLost);
  client.on("end", () => onLost(new Error("The connection that hears announcements has ended.")));
  try {
    await listenForAnnouncements(client);
  } catch (error) {
    hangUp();
    throw error;
  }
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
