import { type SQL, sql } from "drizzle-orm";
import type { Move } from "./machine.ts";

/**
 * Something of the newest line `v` of a document's history that is as it is asked to be, as one value of a statement; null
 * where no line is. Read from the end, by the index of their order.
 */
export function ofLastEvent(documentId: SQL | number, what: SQL, which: SQL): SQL {
  return sql`(select ${what} from events v where v.document_id = ${documentId} and ${which} order by v.seq desc limit 1)`;
}

/** Whether a line `v` tells of one of these moves. */
export function isMove(...moves: readonly Move[]): SQL {
  return sql`v.payload ->> 'move' = any(${sql.param(`{${moves.join(",")}}`)}::text[])`;
}
