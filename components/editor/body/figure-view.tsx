import { NodeViewContent, type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { CutButton } from "../cut/cut-button.tsx";
import { AlikeOffer } from "../files/alike-offer.tsx";
import type { FileView } from "../files/file-view.ts";
import { FromLibrary } from "../files/from-library.tsx";
import { chooseFile, removeFigure, setCut, setWord } from "../files/in-text.ts";
import type { Uploader } from "../files/uploader.ts";
import { isUnderWay } from "../files/uploads.ts";
import { useChooser } from "../files/use-chooser.tsx";
import { useFile } from "../files/use-file.ts";
import { useUpload } from "../files/use-upload.ts";
import { BodyFigure } from "../schema/figure.ts";
import { SmallButton } from "../small-button.tsx";
import { FigurePicture } from "./figure-picture.tsx";
import { FigureStatus } from "./figure-status.tsx";
import { AltFields, WordField } from "./figure-words.tsx";

type Options = { uploads: Uploader | null };

/** The figure as it is edited: its picture, or how far that is on its way; the caption in place, the rest in small fields. */
export const EditedFigure = BodyFigure.extend<Options>({
  addOptions: () => ({ uploads: null }),
  addNodeView: () => ReactNodeViewRenderer(FigureView),
});

function FigureView({ node, editor, extension }: NodeViewProps) {
  const { uploads } = extension.options as Options;
  return uploads === null ? null : <Figure {...{ node, editor, uploads }} />;
}

type Props = Pick<NodeViewProps, "node" | "editor"> & { uploads: Uploader };

function Figure({ node, editor, uploads }: Props) {
  const t = useTranslations("editor.figure");
  const { id, file, cut, alt, decorative, credit } = node.attrs;
  const readOnly = !editor.isEditable;
  const upload = useUpload(uploads, id);
  const known = useFile(file);
  const isAwaited = file === null && (upload === undefined || !isUnderWay(upload));
  const chooser = useChooser({ onChosen: ([chosen]) => chosen && uploads.bring(id, chosen) });
  const { view } = editor;
  /** Another one on its way here would take its place. */
  const take = (chosen: FileView) => {
    uploads.forget(id);
    chooseFile(view, id, chosen);
  };
  return (
    <NodeViewWrapper as="figure" className="figure-edited" data-awaited={isAwaited || undefined}>
      <div contentEditable={false}>
        <FigurePicture
          {...{ file, cut, known, alt }}
          local={uploads.pictureOf(id)}
          isReplaced={upload !== undefined && isUnderWay(upload)}
          isAwaited={isAwaited}
          onShown={() => uploads.of(id)?.kind === "arrived" && uploads.forget(id)}
        />
        <FigureStatus
          {...{ upload, known, file }}
          onCancel={() => {
            uploads.cancel(id);
            removeFigure(view, id, { ifBlank: true });
          }}
          onAgain={() => uploads.again(id)}
        />
        {readOnly ? null : <AlikeOffer {...{ file, known, uploads }} onChosen={take} />}
      </div>
      <NodeViewContent<"figcaption">
        as="figcaption"
        role="textbox"
        aria-label={t("caption")}
        data-placeholder={t("caption")}
        className={node.content.size === 0 ? "is-blank" : undefined}
      />
      <div contentEditable={false} className="figure-words">
        <WordField
          name="credit"
          value={credit}
          readOnly={readOnly}
          onChange={(value) => setWord(view, id, "credit", value)}
        />
        {isAwaited ? null : (
          <AltFields
            {...{ alt, decorative, readOnly }}
            onAlt={(value) => setWord(view, id, "alt", value)}
            onDecorative={(value) => setWord(view, id, "decorative", value)}
          />
        )}
        {readOnly ? null : (
          <div className="flex flex-wrap gap-2">
            <SmallButton className="sm:min-h-9 sm:py-1" onClick={chooser.choose}>
              {t(isAwaited ? "choose" : "chooseOther")}
            </SmallButton>
            <FromLibrary onChosen={take} />
            {upload !== undefined && isUnderWay(upload) ? null : (
              <CutButton {...{ known, cut }} onDone={(said) => setCut(view, id, said.cut)} />
            )}
            <SmallButton
              className="border-transparent text-(--danger)! sm:min-h-9 sm:py-1"
              onClick={() => removeFigure(view, id)}
            >
              {t(isAwaited ? "removeAwaited" : "remove")}
            </SmallButton>
            {chooser.field}
          </div>
        )}
      </div>
    </NodeViewWrapper>
  );
}
