import { and, eq, inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { files } from "#db/schema/files.ts";
import type { Tx } from "#db/transaction.ts";
import { moment } from "#features/desk/lists-store.ts";
import type { SaidRights } from "#features/files/rights.ts";
import { rights } from "#features/files/store.ts";
import type { Ended, RightsLine } from "./types.ts";

const said = {
  ...{ id: files.id, sha256: files.sha256, name: files.name, caption: files.caption, uploadedBy: files.uploadedBy },
  ...rights,
};

/** What is said of these files of a site, held until the transaction ends in one order; those that it does not have are left out. */
export async function lockRights(tx: Tx, siteId: number, hashes: readonly string[]) {
  return tx
    .select(said)
    .from(files)
    .where(and(eq(files.siteId, siteId), inArray(files.sha256, [...hashes]), eq(files.erased, false)))
    .orderBy(files.sha256)
    .for("no key update");
}

/** Says it of a file; the database counts it and keeps what was said before. */
export async function keepRights(tx: Tx, fileId: number, by: number, to: SaidRights): Promise<void> {
  await tx
    .update(files)
    .set({ ...to, rightsBy: by })
    .where(eq(files.id, fileId));
}

/** Who said last what is said of a file, and when; null before anybody has, and where the file said it itself. */
export async function lastSaid(tx: Tx, fileId: number): Promise<{ by: string; at: Date } | null> {
  const { rows } = await tx.execute<{ by: string | null; at: string }>(sql`
    select (select p.name from people p where p.id = r.by_id) as by, ${moment(sql`r.at`)} as at
    from file_rights r where r.file_id = ${fileId} order by r.version desc limit 1`);
  const [last] = rows;
  return last === undefined || last.by === null ? null : { by: last.by, at: new Date(last.at) };
}

/** Each change takes one line, and few files have more. */
const SHOWN = 50;

/** All that was said of a file's rights, the newest first. */
export async function rightsHistory(siteId: number, sha256: string): Promise<RightsLine[]> {
  const { rows } = await database().execute<{ version: number; said: Kept; by: string | null; at: string }>(sql`
    select r.version, r.said, (select p.name from people p where p.id = r.by_id) as by, ${moment(sql`r.at`)} as at
    from files f join file_rights r on r.file_id = f.id
    where f.site_id = ${siteId} and f.sha256 = ${sha256} order by r.version desc limit ${SHOWN}`);
  return rows.map(({ said: kept, at, ...line }) => ({ ...line, said: fromKept(kept), at: new Date(at) }));
}

/** What somebody said last of the right to any picture of a site; null before they have. */
export async function lastOf(siteId: number, personId: number): Promise<SaidRights | null> {
  const { rows } = await database().execute<{ said: Kept }>(sql`
    select r.said from file_rights r join files f on f.id = r.file_id and f.site_id = ${siteId}
    where r.by_id = ${personId} and r.said ->> 'licence' is not null order by r.at desc limit 1`);
  return rows[0] ? fromKept(rows[0].said) : null;
}

/** By the names of the columns. */
type Kept = {
  owner: string;
  licence: SaidRights["licence"];
  licence_name: string;
  licence_end: string | null;
  rights_note: string;
  people_shown: SaidRights["peopleShown"];
  children_basis: SaidRights["childrenBasis"];
  consent_holder: string;
  ai: SaidRights["ai"];
};

function fromKept(kept: Kept): SaidRights {
  return {
    ...{ owner: kept.owner, licence: kept.licence, licenceName: kept.licence_name, licenceEnd: kept.licence_end },
    ...{ rightsNote: kept.rights_note, peopleShown: kept.people_shown, childrenBasis: kept.children_basis },
    ...{ consentHolder: kept.consent_holder, ai: kept.ai },
  };
}

/** Those of a site, the newest first, and how many there are; as many as a card shows. */
export async function endedLive(siteId: number, limit: number): Promise<{ files: Ended[]; total: number }> {
  const { rows } = await database().execute<Ended & { total: number }>(sql`
    select sha256, coalesce(nullif(caption, ''), name) as called, to_char(licence_end, 'YYYY-MM-DD') as end, (count(*) over ())::integer as total
    from files where site_id = ${siteId} and licence_end is not null and licence_end < today_here() and live and not hidden and not erased
    order by uploaded_at desc, id desc limit ${limit}`);
  return { files: rows.map(({ total: _, ...file }) => file), total: rows[0]?.total ?? 0 };
}
