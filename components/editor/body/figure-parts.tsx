import type { NodeViewProps } from "@tiptap/react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isUnsaid } from "#features/files/rights.ts";
import { BrokenCut } from "../cut/broken-cut.tsx";
import { CutButton } from "../cut/cut-button.tsx";
import { AlikeOffer } from "../files/alike-offer.tsx";
import { captionOf } from "../files/caption.ts";
import type { FileView } from "../files/file-view.ts";
import { FromLibrary } from "../files/from-library.tsx";
import { chooseFile, removeFigure, setCut, setWord } from "../files/in-text.ts";
import { lacksOf } from "../files/lacks.ts";
import type { Uploader } from "../files/uploader.ts";
import { isUnderWay } from "../files/uploads.ts";
import { useChooser } from "../files/use-chooser.tsx";
import { useFile } from "../files/use-file.ts";
import { useUpload } from "../files/use-upload.ts";
import { SmallButton } from "../small-button.tsx";
import { FigurePicture } from "./figure-picture.tsx";
import { FigureStatus } from "./figure-status.tsx";
import { AiField, AltFields, WordField } from "./figure-words.tsx";

export type FigureProps = Pick<NodeViewProps, "node" | "editor"> & { uploads: Uploader };

/** What a figure that is edited is drawn of, alone or among those of a gallery. */
export function useFigure({ node, editor, uploads }: FigureProps) {
  const { id, file, cut, alt, decorative, credit, ai } = node.attrs;
  const readOnly = !editor.isEditable;
  const upload = useUpload(uploads, id);
  const known = useFile(file);
  const isComing = upload !== undefined && isUnderWay(upload);
  const isAwaited = file === null && !isComing;
  const chooser = useChooser({ onChosen: ([chosen]) => chosen && uploads.bring(id, chosen) });
  const { view } = editor;
  /** Another one on its way here would take its place. */
  const take = (chosen: FileView) => {
    uploads.forget(id);
    chooseFile(view, id, chosen);
  };
  const picture: ReactNode = (
    <FigurePicture
      {...{ file, cut, known, alt, isAwaited }}
      local={uploads.pictureOf(id)}
      isReplaced={isComing}
      onShown={() => uploads.of(id)?.kind === "arrived" && uploads.forget(id)}
    />
  );
  const status: ReactNode = (
    <>
      <FigureStatus
        {...{ upload, known, file }}
        onCancel={() => {
          uploads.cancel(id);
          removeFigure(view, id, { ifBlank: true });
        }}
        onAgain={() => uploads.again(id)}
      />
      <BrokenCut key={`${file}/${cut}`} {...{ file, cut, readOnly }} whole={known} />
      {readOnly ? null : <AlikeOffer {...{ file, known, uploads }} onChosen={take} />}
    </>
  );
  const words: ReactNode = (
    <>
      <WordField
        name="credit"
        value={credit}
        readOnly={readOnly}
        onChange={(value) => setWord(view, id, "credit", value)}
      />
      {isAwaited ? null : (
        <>
          <AiField kind="picture" value={ai} readOnly={readOnly} onChange={(value) => setWord(view, id, "ai", value)} />
          <AltFields
            {...{ alt, decorative, readOnly }}
            onAlt={(value) => setWord(view, id, "alt", value)}
            onDecorative={(value) => setWord(view, id, "decorative", value)}
          />
        </>
      )}
    </>
  );
  const ways: ReactNode = (
    <>
      <ChooseButton isAwaited={isAwaited} onClick={chooser.choose} />
      <FromLibrary onChosen={take} />
      {isComing ? null : <CutButton {...{ known, cut }} onDone={(said) => setCut(view, id, said.cut)} />}
      {chooser.field}
    </>
  );
  const isUnsaidOf = known !== null && known !== "missing" && isUnsaid(known.rights);
  const lacks = lacksOf({ alt, credit, decorative, caption: captionOf(node) }, isAwaited, isUnsaidOf);
  return { id: id as string, readOnly, isAwaited, isComing, picture, status, words, ways, lacks };
}

function ChooseButton({ isAwaited, onClick }: { isAwaited: boolean; onClick: () => void }) {
  const t = useTranslations("editor.figure");
  return (
    <SmallButton className={SMALL} onClick={onClick}>
      {t(isAwaited ? "choose" : "chooseOther")}
    </SmallButton>
  );
}

/** With a mouse, in the text, the buttons of a picture are smaller than elsewhere. */
export const SMALL = "sm:min-h-9 sm:py-1";
