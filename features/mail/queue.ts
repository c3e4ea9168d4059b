import type { Tx } from "#db/transaction.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import * as store from "./store.ts";

/** Has somebody told of a document, unless they do not want to be; together with whatever waits to be told of it. */
export async function queue(tx: Tx, wanted: store.NewMail): Promise<void> {
  if (!(await store.isWanted(tx, wanted.personId, wanted.kind))) return;
  const { id, dueAt, needsJob } = await store.gather(tx, wanted);
  if (needsJob) await enqueue(tx, "send_mail", { mailId: id }, { after: dueAt });
}

/** Has somebody told that a role or a way in waits for them, once. */
export async function queueAsked(tx: Tx, wanted: store.NewAsked): Promise<void> {
  if (!(await store.isWanted(tx, wanted.personId, "asked"))) return;
  const id = await store.addAsked(tx, wanted);
  if (id !== null) await enqueue(tx, "send_mail", { mailId: id });
}
