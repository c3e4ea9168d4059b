import { inArray } from "drizzle-orm";
import type pg from "pg";
import { transactionNow } from "#db/now.ts";
import { grants, people } from "#db/schema/people.ts";
import { changeSealed, sealed } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";
import { hashPassword } from "#lib/password.ts";

/** Nobody lives at demo.example: the domain is reserved for examples (RFC 2606). */
const DEMO_PEOPLE = [
  { email: "reporter@demo.example", name: "Lò Thị Mận", role: "reporter" },
  { email: "editor@demo.example", name: "Đinh Quang Trác", role: "editor" },
  { email: "approver@demo.example", name: "Y Khiêm Niê", role: "approver" },
  { email: "approver2@demo.example", name: "Vương Thục Uyên", role: "approver" },
  { email: "admin@demo.example", name: "Kiều Bá Thước", role: "administrator" },
] as const;

type DemoPeople = Record<"reporter" | "editor" | "approver" | "approver2" | "admin", number>;

/**
 * The five people of the demo, with roles for the whole site and one password.
 * @returns their numbers, by the first word of their addresses
 */
export async function seedDemoPeople(tx: Tx, siteId: number, password: string): Promise<DemoPeople> {
  const passwordHash = await hashPassword(password);
  const made = await tx
    .insert(people)
    .values(DEMO_PEOPLE.map(({ email, name }) => sealed(people, { email, name, demo: true })))
    .returning({ id: people.id, email: people.email });
  const idOf = new Map(made.map(({ email, id }) => [email, id]));
  const id = (email: string) => {
    const found = idOf.get(email);
    if (found === undefined) throw new Error(`${email} was not made.`);
    return found;
  };
  const now = await transactionNow(tx);
  const given = { siteId, givenAt: now, effectiveFrom: now };
  await tx
    .insert(grants)
    .values(DEMO_PEOPLE.map(({ email, role }) => sealed(grants, { ...given, personId: id(email), role })));
  // Last: once the first of them could sign in, the database would ask that person to agree to the others.
  await changeSealed(tx, people, inArray(people.id, [...idOf.values()]), () => ({ passwordHash }));
  return Object.fromEntries(DEMO_PEOPLE.map(({ email }) => [email.split("@")[0], id(email)])) as DemoPeople;
}

/** Addresses to print beside the password. */
export const DEMO_ADDRESSES: readonly string[] = DEMO_PEOPLE.map(({ email }) => email);

/** Whether somebody of the demo may still sign in, asked of a database that may be empty or older than we are. */
export async function demoPeopleIn(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('public.people') is not null as there");
  if (!rows[0]?.there) return false;
  const found = await client.query("select from people where demo and switched_off_at is null limit 1");
  return found.rowCount === 1;
}
