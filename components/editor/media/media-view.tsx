import { NodeViewContent, type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { originalPath } from "#features/addresses/desk.ts";
import { aboutFile } from "#features/files/media.ts";
import { smallOf } from "../body/figure-picture.tsx";
import { FigureStatus } from "../body/figure-status.tsx";
import type { Known } from "../files/file-states.ts";
import { FromLibrary } from "../files/from-library.tsx";
import { besideId, chooseFile, removeFigure, setBeside, setWord } from "../files/in-text.ts";
import type { Uploader } from "../files/uploader.ts";
import { isUnderWay } from "../files/uploads.ts";
import { useChooser } from "../files/use-chooser.tsx";
import { useFile } from "../files/use-file.ts";
import { useUpload } from "../files/use-upload.ts";
import { BodyAudio, BodyVideo } from "../schema/media.ts";
import { SmallButton } from "../small-button.tsx";
import { MediaWords } from "./media-words.tsx";
import { Player } from "./player.tsx";
import { VideoFiles } from "./video-files.tsx";

type Options = { uploads: Uploader | null };

/** What is played, as it is edited: played as readers will, how it stands, its caption in place and the rest in small fields. */
export const EditedVideo = BodyVideo.extend<Options>({
  addOptions: () => ({ uploads: null }),
  addNodeView: () => ReactNodeViewRenderer(MediaView),
});
export const EditedAudio = BodyAudio.extend<Options>({
  addOptions: () => ({ uploads: null }),
  addNodeView: () => ReactNodeViewRenderer(MediaView),
});

function MediaView({ node, editor, extension }: NodeViewProps) {
  const { uploads } = extension.options as Options;
  return uploads === null ? null : <Media {...{ node, editor, uploads }} />;
}

type Props = Pick<NodeViewProps, "node" | "editor"> & { uploads: Uploader };

function Media({ node, editor, uploads }: Props) {
  const t = useTranslations("editor.media");
  const kind = node.type.name === "video" ? "video" : "audio";
  const { id, file, poster = null, subtitles = null, title, credit, ai, transcript, speechless } = node.attrs;
  const readOnly = !editor.isEditable;
  const upload = useUpload(uploads, id);
  const known = useFile(file);
  const picture = usePoster(uploads, id, poster?.file ?? null);
  const isComing = upload !== undefined && isUnderWay(upload);
  const isAwaited = file === null && !isComing;
  const address = addressOf(isComing, uploads.pictureOf(id), file, known);
  const chooser = useChooser({ kind, onChosen: ([chosen]) => chosen && uploads.bring(id, chosen) });
  const { view } = editor;
  const isReady = isKnown(known) && known.state === "ready";
  useEffect(() => {
    if (isReady && uploads.of(id)?.kind === "arrived") uploads.forget(id);
  }, [isReady, id, uploads]);
  return (
    <NodeViewWrapper className="media-edited" data-awaited={isAwaited || undefined}>
      <div contentEditable={false}>
        <Player
          {...{ kind, address, title, picture }}
          subtitles={subtitles?.file ?? null}
          size={isKnown(known) && !isComing ? known : null}
        />
        {isReady && !isComing ? <p className="figure-said">{aboutFile(known)}</p> : null}
        <FigureStatus
          {...{ upload, known, file }}
          said={{ unseen: t("unseen"), missing: t("missing"), making: t("making", { kind }) }}
          onCancel={() => {
            uploads.cancel(id);
            removeFigure(view, id, { ifBlank: true });
          }}
          onAgain={() => uploads.again(id)}
        />
      </div>
      <NodeViewContent<"div">
        as="div"
        role="textbox"
        aria-label={t("caption")}
        data-placeholder={t("caption")}
        className={`media-caption ${node.content.size === 0 ? "is-blank" : ""}`}
      />
      <div contentEditable={false} className="media-words">
        <MediaWords
          {...{ kind, readOnly, isAwaited }}
          words={{ title, credit, ai, transcript, speechless }}
          onChange={(name, value) => setWord(view, id, name, value)}
        />
        {kind === "audio" ? null : (
          <VideoFiles
            {...{ id, poster, subtitles, address, title, picture, uploads, readOnly }}
            onFile={(which, chosen) => setBeside(view, id, which, chosen)}
          />
        )}
        {readOnly ? null : (
          <div className="flex flex-wrap gap-2">
            <SmallButton className="sm:min-h-9 sm:py-1" onClick={chooser.choose}>
              {t(isAwaited ? "choose" : "chooseOther")}
            </SmallButton>
            <FromLibrary
              kind={kind}
              onChosen={(chosen) => {
                // Another one on its way here would take its place.
                uploads.forget(id);
                chooseFile(view, id, chosen);
              }}
            />
            <SmallButton
              className="border-transparent text-(--danger)! sm:min-h-9 sm:py-1"
              onClick={() => removeFigure(view, id)}
            >
              {t("remove", { kind })}
            </SmallButton>
            {chooser.field}
          </div>
        )}
      </div>
    </NodeViewWrapper>
  );
}

const isKnown = (known: Known): known is Exclude<Known, null | "missing"> => known !== null && known !== "missing";

/** Where it can be played from: as it lies on this machine while it is on its way, else from our server once it was looked into. */
function addressOf(
  isComing: boolean,
  local: string | undefined,
  file: string | null,
  known: Known,
): string | undefined {
  if (isComing || file === null || !isKnown(known) || known.state !== "ready") return local;
  return originalPath(file);
}

/** The poster as it is shown: as readers will get it, or as it lies on this machine. */
function usePoster(uploads: Uploader, id: string, file: string | null): string | undefined {
  const posterId = besideId(id, "poster");
  const upload = useUpload(uploads, posterId);
  const made = smallOf(useFile(file));
  const isOver = made !== undefined && upload?.kind === "arrived";
  useEffect(() => {
    if (isOver) uploads.forget(posterId);
  }, [isOver, posterId, uploads]);
  return upload !== undefined && isUnderWay(upload)
    ? uploads.pictureOf(posterId)
    : (made ?? uploads.pictureOf(posterId));
}
