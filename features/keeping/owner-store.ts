import pg from "pg";

/** Writes anew which files a text names, as its owner does when the text is kept. @param ownerUrl the database owner's */
export async function nameFilesAnew(ownerUrl: string, revisionId: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "toasoan_files" });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("delete from revision_files where revision_id = $1", [revisionId]);
    await client.query(
      `insert into revision_files (revision_id, document_id, sha256, cut)
         select r.id, r.document_id, named.sha256, named.cut from revisions r cross join lateral files_named_by(r.canonical) named
         where r.id = $1 and r.canonical is not null`,
      [revisionId],
    );
    await client.query("commit");
  } finally {
    await client.end();
  }
}
