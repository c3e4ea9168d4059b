import type { Client } from "pg";
import { ownConnection } from "./client.ts";

/**
 * A connection of its own, beside the pools, that hears what is notified on a channel.
 * @param onWake something was
 * @param onLost the connection broke, and is of no more use
 */
export async function listenTo(
  channel: string,
  onWake: () => void,
  onLost: (error: Error) => void,
): Promise<{ client: Client; hangUp(): void }> {
  const client = await ownConnection();
  const hangUp = () => void client.end().catch(() => undefined);
  client.on("notification", onWake);
  client.on("error", onLost);
  client.on("end", () => onLost(new Error(`The connection that hears ${channel} has ended.`)));
  try {
    await client.query(`listen ${channel}`);
  } catch (error) {
    hangUp();
    throw error;
  }
  return { client, hangUp };
}
