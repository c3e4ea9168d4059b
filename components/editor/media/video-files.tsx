import { useTranslations } from "next-intl";
import { useState } from "react";
import { originalPath } from "#features/addresses/desk.ts";
import { aboutFile, nameOf } from "#features/files/media.ts";
import type { FileBeside } from "#features/text/body.ts";
import type { Beside } from "#features/text/figures.ts";
import type { FileView } from "../files/file-view.ts";
import { besideId } from "../files/in-text.ts";
import type { Uploader } from "../files/uploader.ts";
import { useFile } from "../files/use-file.ts";
import { SmallButton } from "../small-button.tsx";
import { BesideFile } from "./beside.tsx";
import { FrameDialog } from "./frame-dialog.tsx";
import { useFirstFrame } from "./use-first-frame.ts";

type Props = {
  id: string;
  poster: FileBeside;
  subtitles: FileBeside;
  /** Where the video lies that a frame can be taken of; undefined where there is none yet. */
  address: string | undefined;
  title: string;
  /** The poster as it is shown. */
  picture: string | undefined;
  uploads: Uploader;
  readOnly: boolean;
  onFile: (which: Beside, file: FileView | null) => void;
};

/** What belongs to a video beside its own file: its poster, which is taken out of it, and its subtitles. */
export function VideoFiles({ id, poster, subtitles, address, title, picture, uploads, readOnly, onFile }: Props) {
  const t = useTranslations("editor.media");
  const [choosing, setChoosing] = useState(false);
  const name = `${t("poster.name")} – ${title || "video"}.jpg`;
  const stands = useFirstFrame({ id, uploads, hasPoster: poster !== null, readOnly, name });
  const posterId = besideId(id, "poster");
  return (
    <>
      <BesideFile
        which="poster"
        uploadId={posterId}
        file={poster?.file ?? null}
        none={stands === "none" ? undefined : t(`poster.${stands}`)}
        onFile={(file) => onFile("poster", file)}
        more={
          address === undefined ? null : (
            <SmallButton className="sm:min-h-9 sm:py-1" onClick={() => setChoosing(true)}>
              {t("poster.frame")}
            </SmallButton>
          )
        }
        {...{ uploads, readOnly }}
      >
        {picture === undefined ? null : (
          <div className="figure-thumb w-40">
            {/* biome-ignore lint/performance/noImgElement: made for its place already, or not yet on any server */}
            <img src={picture} alt="" />
          </div>
        )}
      </BesideFile>
      <BesideFile
        which="subtitles"
        uploadId={besideId(id, "subtitles")}
        file={subtitles?.file ?? null}
        onFile={(file) => onFile("subtitles", file)}
        {...{ uploads, readOnly }}
      >
        {subtitles === null ? null : <SubtitlesName file={subtitles.file} />}
      </BesideFile>
      {choosing && address !== undefined ? (
        <FrameDialog
          {...{ address, name }}
          onChosen={(chosen) => uploads.bring(posterId, chosen)}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </>
  );
}

function SubtitlesName({ file }: { file: string }) {
  const known = useFile(file);
  if (known === null || known === "missing" || known.state !== "ready") return null;
  return (
    <p className="text-sm break-words">
      <a className="underline" href={originalPath(file)}>
        {nameOf(known)}
      </a>{" "}
      <span className="text-(--ink-soft)">{aboutFile(known)}</span>
    </p>
  );
}
