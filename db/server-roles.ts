import { SERVER_ROLES, type ServerRole } from "#lib/env.ts";
import { pool, SERVER } from "./client.ts";

/**
 * What is done on this database, on any machine. Every process asks something at least each few seconds, so a connection
 * that was silent for half a minute is what a lost machine left behind.
 * @throws when the database does not answer
 */
export async function serverRolesAlive(): Promise<ServerRole[]> {
  const { rows } = await pool().query<{ roles: string }>(
    `select distinct split_part(application_name, ':', 2) as roles from pg_stat_activity
     where datname = current_database() and starts_with(application_name, $1)
       and state_change > clock_timestamp() - interval '30 seconds'`,
    [`${SERVER}:`],
  );
  const alive = rows.flatMap(({ roles }) => roles.split("+"));
  return SERVER_ROLES.filter((role) => alive.includes(role));
}
