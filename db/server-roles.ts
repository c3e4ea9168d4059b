import { SERVER_ROLES, type ServerRole } from "#lib/env.ts";
import { OWN_MARK, pool, SERVER } from "./client.ts";

/**
 * What is done on this database, on any machine. Every process asks something at least each few seconds, so a connection
 * that was silent for half a minute is what a lost machine left behind.
 * @throws when the database does not answer
 */
export async function serverRolesAlive(): Promise<ServerRole[]> {
  const alive = (await serversAlive()).flatMap(rolesOf);
  return SERVER_ROLES.filter((role) => alive.includes(role));
}

/**
 * Whether another process than this one can change what readers see: one that serves a desk, or goes live by the clock.
 * @throws when the database does not answer
 */
export async function othersDecide(): Promise<boolean> {
  const others = (await serversAlive()).filter((name) => !name.endsWith(`:${OWN_MARK}`));
  return others.some((name) => rolesOf(name).some((role) => role === "web" || role === "clock"));
}

const rolesOf = (name: string): string[] => (name.split(":")[1] ?? "").split("+");

/** The names that the processes on this database have given their connections. */
async function serversAlive(): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(
    `select distinct application_name as name from pg_stat_activity
     where datname = current_database() and starts_with(application_name, $1)
       and state_change > clock_timestamp() - interval '30 seconds'`,
    [`${SERVER}:`],
  );
  return rows.map(({ name }) => name);
}
