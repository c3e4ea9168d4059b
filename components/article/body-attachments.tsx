import type { Handout, Pictures } from "#features/files/picture.ts";
import type { Attachment } from "#features/text/body.ts";
import { FileIcon } from "./file-icon.tsx";

type Props = {
  /** Neighbours in a text. */
  attachments: readonly Attachment[];
  files: Pictures | undefined;
  /** What staff are told of a place without a file; readers (null) do not get it at all. */
  awaited: string | null;
  /** Names the way to the file itself, where it has a page ("Tải về"). */
  download: string;
  /** What a file is ("PDF · 1,2 MB · 12 trang"). */
  about: (file: Handout) => string;
};

/** Documents that are handed out, as a list: what each is called, what it is, and what it says. */
export function BodyAttachments({ attachments, files, awaited, download, about }: Props) {
  const shown = attachments.filter(({ attrs }) => awaited !== null || isThere(files, attrs.file));
  if (shown.length === 0) return null;
  return (
    <ul className="attachments">
      {shown.map((attachment) => (
        <OneAttachment key={attachment.attrs.id} {...{ attachment, files, awaited, download, about }} />
      ))}
    </ul>
  );
}

type OneProps = Omit<Props, "attachments"> & { attachment: Attachment };

function OneAttachment({ attachment: { attrs }, files, awaited, download, about }: OneProps) {
  const { title, summary } = attrs;
  const file = files?.get(attrs.file ?? "");
  const handout = file !== undefined && "about" in file ? file : null;
  return (
    <li>
      <FileIcon />
      <div>
        {handout === null ? (
          <p className="awaited-note">{file !== undefined && "why" in file ? file.why : awaited}</p>
        ) : null}
        {/* A browser saves it by itself; the name and the weight are known before it comes. What has a page is shown there first. */}
        <p className="attachment-title">
          {handout === null ? title : <a href={handout.page ?? handout.address}>{title}</a>}
        </p>
        {handout === null ? null : (
          <p className="attachment-about">
            {about(handout)}
            {handout.page === null ? null : (
              <>
                {" · "}
                <a href={handout.address} aria-label={`${download}: ${title}`}>
                  {download}
                </a>
              </>
            )}
          </p>
        )}
        {summary === "" ? null : <p className="attachment-summary">{summary}</p>}
      </div>
    </li>
  );
}

function isThere(files: Pictures | undefined, hash: string | null): boolean {
  const file = files?.get(hash ?? "");
  return file !== undefined && "about" in file;
}
