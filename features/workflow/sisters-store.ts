import { sql } from "drizzle-orm";
import type { Tx } from "#db/transaction.ts";

type Original = { isLive: boolean; otherSister: number | null };

/** What an open text in another language has to know of what it is the sister of, as gaps take it. */
export async function originalOf(tx: Tx, documentId: number): Promise<Original> {
  const { rows } = await tx.execute<Original>(sql`
    select o.visibility = 'live' as "isLive", (
      select other.id from documents other
      where other.sister_of_id = d.sister_of_id and other.language = d.language and other.id <> d.id
        and other.visibility <> 'never_live') as "otherSister"
    from documents d join documents o on o.id = d.sister_of_id where d.id = ${documentId}`);
  const [found] = rows;
  if (!found) throw new Error(`document ${documentId} is nobody's sister`);
  return found;
}

/** What a document is the sister of stays as it is until the transaction ends: of two sisters that go out at once the second sees the first. */
export async function holdOriginalOf(tx: Tx, documentId: number): Promise<void> {
  await tx.execute(sql`
    select from documents o where o.id = (select d.sister_of_id from documents d where d.id = ${documentId}) for no key update`);
}
