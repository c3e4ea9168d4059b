import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { FileIcon } from "#components/article/file-icon.tsx";
import { aboutFile, PDF } from "#features/files/media.ts";
import type { Known } from "../files/file-states.ts";
import { removeFigure, setWord } from "../files/in-text.ts";
import type { Uploader } from "../files/uploader.ts";
import { isUnderWay } from "../files/uploads.ts";
import { useChooser } from "../files/use-chooser.tsx";
import { useFile } from "../files/use-file.ts";
import { useUpload } from "../files/use-upload.ts";
import { BodyAttachment } from "../schema/attachment.ts";
import { SmallButton } from "../small-button.tsx";
import { FigureStatus } from "./figure-status.tsx";
import { WordField } from "./figure-words.tsx";

type Options = { uploads: Uploader | null };

/** A document as it is edited: as readers will see it, how it stands, and its words in small fields. */
export const EditedAttachment = BodyAttachment.extend<Options>({
  addOptions: () => ({ uploads: null }),
  addNodeView: () => ReactNodeViewRenderer(AttachmentView),
});

function AttachmentView({ node, editor, extension }: NodeViewProps) {
  const { uploads } = extension.options as Options;
  return uploads === null ? null : <Attachment {...{ node, editor, uploads }} />;
}

type Props = Pick<NodeViewProps, "node" | "editor"> & { uploads: Uploader };

function Attachment({ node, editor, uploads }: Props) {
  const t = useTranslations("editor.attachment");
  const { id, file, title, summary } = node.attrs;
  const readOnly = !editor.isEditable;
  const upload = useUpload(uploads, id);
  const known = useFile(file);
  const isAwaited = file === null && (upload === undefined || !isUnderWay(upload));
  const chooser = useChooser({ kind: "document", onChosen: ([chosen]) => chosen && uploads.bring(id, chosen) });
  const { view } = editor;
  const about = known === null || known === "missing" ? null : aboutFile(known);
  return (
    <NodeViewWrapper className="attachment-edited" data-awaited={isAwaited || undefined} contentEditable={false}>
      <div className="attachment-shown" data-drag-handle>
        <FileIcon />
        <div className="min-w-0">
          <p className="font-semibold">{title === "" ? t("untitled") : title}</p>
          {about === null ? null : <p className="text-sm text-(--ink-soft)">{about}</p>}
          {summary === "" ? null : <p className="mt-1 text-sm">{summary}</p>}
        </div>
      </div>
      <FigureStatus
        {...{ upload, known, file }}
        said={{ unseen: t("unseen"), missing: t("missing"), making: t("making") }}
        onCancel={() => {
          uploads.cancel(id);
          removeFigure(view, id, { ifBlank: true });
        }}
        onAgain={() => uploads.again(id)}
      />
      {lacksText(known) ? <p className="figure-said">{t("noText")}</p> : null}
      <div className="attachment-words">
        {(["title", "summary"] as const).map((name) => (
          <WordField
            key={name}
            name={name}
            value={node.attrs[name]}
            readOnly={readOnly}
            onChange={(value) => setWord(view, id, name, value)}
          />
        ))}
        {readOnly ? null : (
          <div className="flex flex-wrap gap-2">
            <SmallButton className="sm:min-h-9 sm:py-1" onClick={chooser.choose}>
              {t(isAwaited ? "choose" : "chooseOther")}
            </SmallButton>
            <SmallButton
              className="border-transparent text-(--danger)! sm:min-h-9 sm:py-1"
              onClick={() => removeFigure(view, id)}
            >
              {t("remove")}
            </SmallButton>
            {chooser.field}
          </div>
        )}
      </div>
    </NodeViewWrapper>
  );
}

/** Nobody can search a scan, or listen to it. */
function lacksText(known: Known): boolean {
  return known !== null && known !== "missing" && known.state === "ready" && known.mediaType === PDF && !known.hasText;
}
