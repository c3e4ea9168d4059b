import { NodeViewContent, type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { inPairs } from "#components/article/in-pairs.ts";
import { GALLERY_SIZE } from "#features/text/vocabulary.ts";
import { removeGallery, splitGallery } from "../files/gallery-in-text.ts";
import { setWord } from "../files/in-text.ts";
import { LibraryDialog } from "../files/library-dialog.tsx";
import type { Uploader } from "../files/uploader.ts";
import { useChooser } from "../files/use-chooser.tsx";
import { BodyGallery } from "../schema/gallery.ts";
import { putFiles, putKept } from "../schema/put-figures.ts";
import { SmallButton } from "../small-button.tsx";
import { SMALL } from "./figure-parts.tsx";
import { WordField } from "./figure-words.tsx";

type Options = { uploads: Uploader | null };

/** A gallery as it is edited: its pictures side by side as readers will see them, each with its words. */
export const EditedGallery = BodyGallery.extend<Options>({
  addOptions: () => ({ uploads: null }),
  addNodeView: () => ReactNodeViewRenderer(GalleryView),
});

function GalleryView({ node, editor, extension, getPos }: NodeViewProps) {
  const t = useTranslations("editor.gallery");
  const { uploads } = extension.options as Options;
  const [isLibraryOpen, openLibrary] = useState(false);
  const { id, caption } = node.attrs;
  const { view } = editor;
  const atEnd = () => {
    const end = (getPos() ?? 0) + node.nodeSize - 1;
    return { from: end, to: end };
  };
  const chooser = useChooser({
    multiple: true,
    onChosen: (files) => {
      for (const { id: figure, file } of putFiles(view, atEnd(), files)) uploads?.bring(figure, file);
    },
  });
  const count = node.childCount;
  const { least, most } = GALLERY_SIZE;
  return (
    <NodeViewWrapper
      className="gallery-edited"
      // As readers see them.
      data-pairs={inPairs(count) || undefined}
      aria-label={caption || t("name")}
      role="group"
    >
      <div contentEditable={false} className="gallery-head">
        <p className="gallery-count" data-drag-handle>
          <strong>{t("name")}</strong>{" "}
          <span className={count < least || count > most ? "is-problem" : undefined}>
            {count < least
              ? t("few", { count, least })
              : count > most
                ? t("many", { count, most })
                : t("count", { count })}
          </span>
        </p>
        <WordField
          name="galleryCaption"
          value={caption}
          readOnly={!editor.isEditable}
          onChange={(value) => setWord(view, id, "caption", value)}
        />
      </div>
      <NodeViewContent className="gallery-pictures" />
      {editor.isEditable ? (
        <div contentEditable={false} className="gallery-ways">
          <SmallButton className={SMALL} onClick={chooser.choose}>
            {t("add")}
          </SmallButton>
          <SmallButton className={SMALL} onClick={() => openLibrary(true)}>
            {t("addKept")}
          </SmallButton>
          <SmallButton className={SMALL} onClick={() => splitGallery(view, id)}>
            {t("split")}
          </SmallButton>
          <SmallButton
            className={`border-transparent text-(--danger)! ${SMALL}`}
            onClick={() => removeGallery(view, id)}
          >
            {t("remove")}
          </SmallButton>
          {chooser.field}
          {isLibraryOpen ? (
            <LibraryDialog
              many
              onChosen={(files) => putKept(view, atEnd(), files)}
              onClose={() => openLibrary(false)}
            />
          ) : null}
        </div>
      ) : null}
    </NodeViewWrapper>
  );
}
