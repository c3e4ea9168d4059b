import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer, useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { spotOf } from "../files/gallery-in-text.ts";
import { removeFigure } from "../files/in-text.ts";
import type { Uploader } from "../files/uploader.ts";
import { BodyFigure } from "../schema/figure.ts";
import { SmallButton } from "../small-button.tsx";
import { FigureCaption } from "./figure-caption.tsx";
import { type FigureProps, SMALL, useFigure } from "./figure-parts.tsx";
import { GalleryPicture } from "./gallery-picture.tsx";

type Options = { uploads: Uploader | null };

/** The figure as it is edited: its picture, or how far that is on its way; the caption in place, the rest in small fields. */
export const EditedFigure = BodyFigure.extend<Options>({
  addOptions: () => ({ uploads: null }),
  addNodeView: () => ReactNodeViewRenderer(FigureView),
});

function FigureView({ node, editor, extension, getPos }: NodeViewProps) {
  const { uploads } = extension.options as Options;
  const spot = useEditorState({ editor, selector: ({ editor: { state } }) => spotOf(state.doc, getPos()) });
  if (uploads === null) return null;
  return spot === null ? (
    <Figure {...{ node, editor, uploads }} />
  ) : (
    <GalleryPicture {...{ node, editor, uploads, spot }} />
  );
}

function Figure({ node, editor, uploads }: FigureProps) {
  const t = useTranslations("editor.figure");
  const { id, readOnly, isAwaited, picture, status, words, ways } = useFigure({ node, editor, uploads });
  return (
    <NodeViewWrapper as="figure" className="figure-edited" data-awaited={isAwaited || undefined}>
      <div contentEditable={false}>
        {picture}
        {status}
      </div>
      <FigureCaption isBlank={node.content.size === 0} />
      <div contentEditable={false} className="figure-words">
        {words}
        {readOnly ? null : (
          <div className="flex flex-wrap gap-2">
            {ways}
            <SmallButton
              className={`border-transparent text-(--danger)! ${SMALL}`}
              onClick={() => removeFigure(editor.view, id)}
            >
              {t(isAwaited ? "removeAwaited" : "remove")}
            </SmallButton>
          </div>
        )}
      </div>
    </NodeViewWrapper>
  );
}
