import type { Tx } from "#db/transaction.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import * as store from "./store.ts";

/** Has somebody told of a document, unless they do not want to be; together with whatever waits to be told of it. */
export async function queue(tx: Tx, wanted: store.NewMail): Promise<void> {
  if (!(await store.isWanted(tx, wanted.personId, wanted.kind))) return;
  const { id, dueAt, needsJob } = await store.gather(tx, wanted);
  if (needsJob) await enqueue(tx, "send_mail", { mailId: id }, { after: dueAt });
}

/** Has somebody told of the licences of which it was noticed on a day that they end soon, once. */
export async function queueLicences(tx: Tx, wanted: store.NewLicences): Promise<void> {
  if (!(await store.isWanted(tx, wanted.personId, "licence"))) return;
  const id = await store.addOnce(tx, { ...wanted, kinds: ["licence"] });
  if (id !== null) await enqueue(tx, "send_mail", { mailId: id });
}

/** Has somebody told that a role, a way in, an erasure or a name waits for them, or what became of what they asked for; once. */
export async function queueOnce(tx: Tx, wanted: store.NewOnce, kind: "asked" | "answered"): Promise<void> {
  if (!(await store.isWanted(tx, wanted.personId, kind))) return;
  const id = await store.addOnce(tx, { ...wanted, kinds: [kind] });
  if (id !== null) await enqueue(tx, "send_mail", { mailId: id });
}
