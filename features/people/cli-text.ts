/** What `npm run person` says about itself. */
export const USAGE = `npm run person -- list
npm run person -- add EMAIL --name NAME --role ROLE [--section SLUG]
npm run person -- reset EMAIL
npm run person -- off EMAIL
npm run person -- on EMAIL

ROLE is reporter, editor, approver or administrator. SLUG is the last part of a section's address; without it the role is
for the whole site. With several sites, add --site KEY.

A new editor, approver or administrator, one who is switched on again, and a new way in for one, counts when a second
approver or administrator agrees on the desk, or after 24 hours if nobody objects. When there is no other approver or administrator who
can sign in, it counts at once: nobody could answer. So the first approvers of an office are added here, and its first
administrator agrees on the desk; or the administrator adds them on the desk and waits.

An administrator is neither editor nor approver. Approvers are told of every account that is made or let in anew.`;

/** @param hours until it counts */
export function waiting(hours: number, what: string): string {
  return hours === 0
    ? `${what} at once.`
    : `${what} in ${hours} hours, or as soon as another approver or administrator agrees on the desk. All of them are told.`;
}

export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
