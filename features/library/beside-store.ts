import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { files, filesBeside } from "#db/schema/files.ts";
import { shown } from "#features/files/store.ts";

/** So many are told of, the newest: a video has one poster at a time, and few have ever had more than one. */
const MOST = 12;

/**
 * What has belonged to a video of a site in any text, as far as the site has it, the newest first. `isApart`: a text that readers have,
 * or one that is being written, shows it otherwise than beside this video. `isKept`: a kept text has it and not this video.
 */
export async function besideOf(siteId: number, sha256: string) {
  const found = await database()
    .select({
      ...shown,
      ...{ which: filesBeside.which, caption: files.caption, uploadedBy: files.uploadedBy },
      ...{ used: files.used, binnedAt: files.binnedAt, isApart: isApart(sha256), isKept: isKept(sha256) },
    })
    .from(filesBeside)
    .innerJoin(files, eq(files.id, filesBeside.besideId))
    .where(
      and(
        sql`${filesBeside.fileId} = (select v.id from files v where v.site_id = ${siteId} and v.sha256 = ${sha256})`,
        eq(files.siteId, siteId),
        eq(files.erased, false),
      ),
    )
    .orderBy(desc(files.id), filesBeside.which)
    .limit(MOST);
  // Whatever was both is told of once.
  return found.filter(({ id }, at) => found.findIndex((one) => one.id === id) === at);
}

/** So many texts, and so many drafts, are looked through for how they show one file. What more of them name stays where it is. */
const MOST_TEXTS = 1_000;

const orMany = (look: SQL): SQL<boolean> => sql<boolean>`case
  when exists (select from revision_files n where n.sha256 = files.sha256 offset ${MOST_TEXTS})
    or exists (select from draft_files n where n.sha256 = files.sha256 offset ${MOST_TEXTS}) then true
  else ${look} end`;

/** One text after the other, as `note_uses` looks. */
function isApart(video: string): SQL<boolean> {
  return orMany(sql`coalesce((select true from revision_files n join revisions r on r.id = n.revision_id
      where n.sha256 = files.sha256 and files.live
        and n.revision_id = (select d.live_revision_id from documents d where d.id = n.document_id and d.site_id = files.site_id)
        and ${namesApart(sql`r.canonical::jsonb`, video)}
      order by n.sha256, n.revision_id desc limit 1), false)
    or coalesce((select true from draft_files n join editions e on e.id = n.edition_id and e.state <> 'closed'
      join draft_buffers b on b.edition_id = n.edition_id
      where n.sha256 = files.sha256 and files.site_id = (select d.site_id from documents d where d.id = n.document_id)
        and ${namesApart(sql`b.content`, video)} limit 1), false)`);
}

/** Each of the texts with the video is passed over; the first one without it ends the looking. */
const isKept = (video: string): SQL<boolean> =>
  orMany(sql`coalesce((select true from revision_files n
    where n.sha256 = files.sha256 and files.site_id = (select d.site_id from documents d where d.id = n.document_id)
      and not exists (select from revision_files v where v.revision_id = n.revision_id and v.sha256 = ${video})
    order by n.sha256, n.revision_id desc limit 1), false)`);

/** Whether a text names a file more often than as what belongs to a video. Where a text names a file is read as `files_in` reads it. */
const namesApart = (content: SQL, video: string): SQL => sql`(
  regexp_count((${content})::text, '"file": "' || files.sha256 || '"') > (
    select count(*) from jsonb_path_query(${content}, '$.body.content[*] ? (@.type == "video" && @.attrs.file == $video)',
        jsonb_build_object('video', ${video}::text)) v
      cross join lateral (values (v #>> '{attrs,poster,file}'), (v #>> '{attrs,subtitles,file}')) part (hash)
      where part.hash = files.sha256))`;
