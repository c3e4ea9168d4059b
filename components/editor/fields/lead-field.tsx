import { type Editor, useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { type DragEvent, useState } from "react";
import { kindOfFile } from "#features/files/media.ts";
import { LEAD } from "#features/kinds/lead.ts";
import { FigurePicture } from "../body/figure-picture.tsx";
import { FigureStatus } from "../body/figure-status.tsx";
import { AiField, AltFields, WordField } from "../body/figure-words.tsx";
import { BrokenCut } from "../cut/broken-cut.tsx";
import { CutButton } from "../cut/cut-button.tsx";
import { AlikeOffer } from "../files/alike-offer.tsx";
import { captionOf } from "../files/caption.ts";
import type { FileView } from "../files/file-view.ts";
import { FromLibrary } from "../files/from-library.tsx";
import { figuresIn, removeFigure } from "../files/in-text.ts";
import type { Uploader } from "../files/uploader.ts";
import { isUnderWay } from "../files/uploads.ts";
import { useChooser } from "../files/use-chooser.tsx";
import { useFile } from "../files/use-file.ts";
import { ANEW, TAKES_FILES } from "../files/use-files-in-text.ts";
import type { Lead } from "../files/use-lead.ts";
import { useUpload } from "../files/use-upload.ts";
import { fitting } from "../files/words-of-file.ts";
import { SmallButton } from "../small-button.tsx";

const SMALL = "sm:min-h-9 sm:py-1";

type Props = { lead: Lead; uploads: Uploader; editor: Editor | null; readOnly: boolean };

/** The picture between headline and text, where readers see it; without one, a way to bring it. */
export function LeadField({ lead, uploads, editor, readOnly }: Props) {
  const t = useTranslations("editor.lead");
  const { picture, frame } = lead;
  const upload = useUpload(uploads, LEAD);
  const [isOver, setOver] = useState(false);
  const chooser = useChooser({ onChosen: ([chosen]) => chosen && uploads.bring(LEAD, chosen) });
  if (readOnly && picture.file === null) return null;
  const isThere = picture.file !== null || upload !== undefined;

  function drop(event: DragEvent): void {
    setOver(false);
    const chosen = [...event.dataTransfer.files].find((file) => kindOfFile(file) === "picture");
    event.preventDefault();
    event.stopPropagation();
    if (chosen !== undefined) uploads.bring(LEAD, chosen);
  }
  const takes = readOnly
    ? {}
    : {
        [TAKES_FILES]: "",
        onDragOver: (event: DragEvent) => {
          if (!event.dataTransfer.types.includes("Files")) return;
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: () => setOver(false),
        onDrop: drop,
      };
  return (
    <section ref={frame} aria-label={t("name")} data-field="lead" data-over={isOver || undefined} {...takes}>
      {isThere ? (
        <LeadPicture {...{ lead, uploads, readOnly }} choose={chooser.choose} />
      ) : (
        <div className="lead-place">
          <p className="grow basis-48">{t("none")}</p>
          <SmallButton className={SMALL} onClick={chooser.choose}>
            {t("choose")}
          </SmallButton>
          <FromLibrary onChosen={(chosen) => takeKept(lead, uploads, chosen)} />
          {editor === null ? null : <FromText {...{ lead, editor }} />}
          {lead.putBack === undefined ? null : (
            <SmallButton className={SMALL} onClick={lead.putBack}>
              {t("putBack")}
            </SmallButton>
          )}
        </div>
      )}
      {chooser.field}
    </section>
  );
}

/** One of the library, with its words; another one on its way here would take its place. */
function takeKept(lead: Lead, uploads: Uploader, chosen: FileView): void {
  uploads.forget(LEAD);
  lead.set({ file: chosen.sha256, ...ANEW });
  lead.fill(chosen);
}

/** The first picture of the text comes up here, with its words: readers would else see it twice. */
function FromText({ lead, editor }: Pick<Props, "lead"> & { editor: Editor }) {
  const t = useTranslations("editor.lead");
  const id = useEditorState({ editor, selector: ({ editor: { state } }) => firstOf(state.doc)?.attrs.id ?? null });
  if (id === null) return null;
  return (
    <SmallButton
      className={SMALL}
      onClick={() => {
        const figure = firstOf(editor.state.doc);
        if (figure === undefined) return;
        const { file, cut, alt, credit, decorative, ai } = figure.attrs;
        lead.set({
          file,
          cut,
          focus: null,
          alt,
          credit,
          decorative,
          ai,
          caption: fitting("caption", captionOf(figure)),
        });
        removeFigure(editor.view, figure.attrs.id);
      }}
    >
      {t("fromText")}
    </SmallButton>
  );
}

const firstOf = (doc: Editor["state"]["doc"]) =>
  figuresIn(doc).find(({ node: { attrs } }) => attrs.file !== null)?.node;

function LeadPicture({ lead, uploads, readOnly, choose }: Omit<Props, "editor"> & { choose: () => void }) {
  const t = useTranslations("editor.figure");
  const { file, cut, focus, caption, credit, alt, decorative, ai } = lead.picture;
  const upload = useUpload(uploads, LEAD);
  const known = useFile(file);
  const isAwaited = file === null && (upload === undefined || !isUnderWay(upload));
  return (
    <figure className="figure-edited lead-edited">
      <FigurePicture
        {...{ file, cut, known, alt, isAwaited }}
        local={uploads.pictureOf(LEAD)}
        isReplaced={upload !== undefined && isUnderWay(upload)}
        onShown={() => uploads.of(LEAD)?.kind === "arrived" && uploads.forget(LEAD)}
      />
      <FigureStatus
        {...{ upload, known, file }}
        onCancel={() => {
          uploads.cancel(LEAD);
          if (file === null && `${caption}${credit}${alt}` === "") uploads.forget(LEAD);
        }}
        onAgain={() => uploads.again(LEAD)}
      />
      <BrokenCut key={`${file}/${cut}`} {...{ file, cut, readOnly }} whole={known} />
      {readOnly ? null : (
        <AlikeOffer {...{ file, known, uploads }} onChosen={(chosen) => takeKept(lead, uploads, chosen)} />
      )}
      <div className="figure-words">
        <WordField
          name="caption"
          value={caption}
          readOnly={readOnly}
          onChange={(value) => lead.set({ caption: value })}
        />
        <WordField name="credit" value={credit} readOnly={readOnly} onChange={(value) => lead.set({ credit: value })} />
        <AiField kind="picture" value={ai} readOnly={readOnly} onChange={(value) => lead.set({ ai: value })} />
        <AltFields
          {...{ alt, decorative, readOnly }}
          onAlt={(value) => lead.set({ alt: value })}
          onDecorative={(value) => lead.set({ decorative: value })}
        />
        {readOnly ? null : (
          <div className="flex flex-wrap gap-2">
            <SmallButton className={SMALL} onClick={choose}>
              {t(isAwaited ? "choose" : "chooseOther")}
            </SmallButton>
            <FromLibrary onChosen={(chosen) => takeKept(lead, uploads, chosen)} />
            {upload !== undefined && isUnderWay(upload) ? null : (
              <CutButton {...{ known, cut, focus }} onDone={lead.set} />
            )}
            <SmallButton
              className={`border-transparent text-(--danger)! ${SMALL}`}
              onClick={() => lead.remove(uploads)}
            >
              {t("remove")}
            </SmallButton>
          </div>
        )}
      </div>
    </figure>
  );
}
