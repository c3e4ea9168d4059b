import type { Node } from "@tiptap/pm/model";
import { type Editor, useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { RightsLine } from "#components/rights/rights-lines.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { libraryFilePath } from "#features/addresses/desk.ts";
import { isUnsaid } from "#features/files/rights.ts";
import { LEAD } from "#features/kinds/lead.ts";
import type { AiLabel } from "#features/text/vocabulary.ts";
import { smallOf } from "../body/figure-picture.tsx";
import { AiField, AltFields, WordField } from "../body/figure-words.tsx";
import { CutPicture } from "../cut/cut-picture.tsx";
import { INPUT } from "../fields/field-frame.tsx";
import { captionOf } from "./caption.ts";
import { CreditOfAll } from "./credit-of-all.tsx";
import { wholePicture } from "./file-view.ts";
import { spotOf } from "./gallery-in-text.ts";
import { figuresIn, galleriesIn, setCaption, setCredits, setWord } from "./in-text.ts";
import { lacksOf, type PictureWords } from "./lacks.ts";
import type { Uploader } from "./uploader.ts";
import { isUnderWay } from "./uploads.ts";
import { useFile } from "./use-file.ts";
import type { Lead } from "./use-lead.ts";
import { useUpload } from "./use-upload.ts";

type Words = PictureWords & { id: string; file: string | null; cut: string; ai: AiLabel };

type Props = { editor: Editor; uploads: Uploader; lead?: Lead; onClose: () => void };

/** The words of all pictures of a text, one after the other, to be filled by keyboard. */
export function PicturesPanel({ editor, uploads, lead, onClose }: Props): ReactNode {
  const t = useTranslations("editor.pictures");
  const inText = useEditorState({ editor, selector: ({ editor: { state } }) => wordsIn(state.doc) });
  const hasLead = lead !== undefined && lead.picture.file !== null;
  const count = inText.length + (hasLead ? 1 : 0);
  return (
    <Dialog
      title={t("title", { count })}
      about={count === 0 ? t("none") : t("about")}
      open
      wide
      onOpenChange={(open) => (open ? undefined : onClose())}
      onClosed={onClose}
    >
      <CreditOfAll
        lacking={
          [...inText.map(({ credit }) => credit), ...(hasLead ? [lead.picture.credit] : [])].filter(isBlank).length
        }
        onFill={(credit) => {
          setCredits(editor.view, credit);
          if (hasLead && isBlank(lead.picture.credit)) lead.set({ credit });
        }}
      />
      <ol className="divide-y divide-(--line)">
        {hasLead ? (
          <OnePicture
            words={{ id: LEAD, ...lead.picture }}
            called={t("lead")}
            uploads={uploads}
            onCaption={(caption) => lead.set({ caption })}
            onWord={(name, value) => lead.set({ [name]: value })}
          />
        ) : null}
        {inText.map((words, at) => (
          <OnePicture
            key={words.id}
            {...{ words, uploads }}
            called={t(words.spot === null ? "one" : "inGallery", { number: at + 1, ...words.spot })}
            onCaption={(caption) => setCaption(editor.view, words.id, caption)}
            onWord={(name, value) => setWord(editor.view, words.id, name, value)}
          />
        ))}
      </ol>
      <DialogActions close={t("close")} />
    </Dialog>
  );
}

const isBlank = (words: string) => words.trim() === "";

/** The words of the pictures of a text, and of those in galleries in which one and where they stand, from 1 on. */
function wordsIn(doc: Node): (Words & { spot: { gallery: number; at: number } | null })[] {
  const galleries = galleriesIn(doc);
  return figuresIn(doc).map(({ node, at: place }) => {
    const { id, file, cut, credit, alt, decorative, ai } = node.attrs;
    const spot = spotOf(doc, place);
    const gallery = galleries.filter(({ at }) => at < place).length;
    return {
      ...{ id, file, cut, credit, alt, decorative, ai, caption: captionOf(node) },
      spot: spot && { gallery, at: spot.at + 1 },
    };
  });
}

type OneProps = {
  words: Words;
  called: string;
  uploads: Uploader;
  onCaption: (caption: string) => void;
  onWord: (name: "credit" | "alt" | "decorative" | "ai", value: string | boolean) => void;
};

function OnePicture({ words, called, uploads, onCaption, onWord }: OneProps) {
  const t = useTranslations("editor.pictures");
  const { id, file, cut, caption, credit, alt, decorative, ai } = words;
  const title = useId();
  const known = useFile(file);
  const picture = smallOf(known, 360) ?? uploads.pictureOf(id);
  const whole = known === null || known === "missing" || cut === "" ? null : wholePicture(known);
  const isThere = known !== null && known !== "missing";
  const upload = useUpload(uploads, id);
  const isAwaited = file === null && (upload === undefined || !isUnderWay(upload));
  const missing = lacksOf(words, isAwaited, isThere && isUnsaid(known.rights)).map((lack) => t(`lacks.${lack}`));
  return (
    <li aria-labelledby={title} className="grid gap-x-4 gap-y-2 py-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <div className="max-sm:grid max-sm:grid-cols-[7rem_minmax(0,1fr)] max-sm:grid-rows-[auto_1fr] max-sm:gap-x-3">
        <div className="figure-thumb max-sm:row-span-2">
          {whole !== null ? (
            <CutPicture picture={whole} cut={cut} alt="" />
          ) : picture === undefined ? null : (
            // biome-ignore lint/performance/noImgElement: made for its place already, or not yet on any server
            <img src={picture} alt="" />
          )}
        </div>
        <p id={title} className="text-sm font-semibold sm:mt-1.5">
          {called}
        </p>
        <p className={`text-sm ${missing.length > 0 ? "text-(--warn)" : "text-(--ok)"}`}>
          {missing.length > 0 ? t("lacks.all", { list: missing.join(", ") }) : t("complete")}
        </p>
      </div>
      <div className="space-y-2">
        <Caption value={caption} onChange={onCaption} />
        <WordField name="credit" value={credit} readOnly={false} onChange={(value) => onWord("credit", value)} />
        {isAwaited ? null : (
          <>
            <AiField kind="picture" value={ai} readOnly={false} onChange={(value) => onWord("ai", value)} />
            <AltFields
              {...{ alt, decorative }}
              readOnly={false}
              onAlt={(value) => onWord("alt", value)}
              onDecorative={(value) => onWord("decorative", value)}
            />
          </>
        )}
        {isThere ? (
          <p className="text-sm break-words text-(--ink-soft)">
            <RightsLine rights={known.rights} />{" "}
            <a
              className="inline-block min-h-8 content-center underline underline-offset-4 max-sm:min-h-11"
              href={libraryFilePath(known.sha256)}
              target="_blank"
              rel="noreferrer"
            >
              {t("rights")}
            </a>
          </p>
        ) : null}
      </div>
    </li>
  );
}

function Caption({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTranslations("editor.figure");
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label className="block text-sm text-(--ink-soft)">
      {t("caption")}
      <textarea
        rows={2}
        className={`${INPUT} mt-0.5 field-sizing-content resize-none sm:py-1.5 sm:text-sm`}
        value={typed ?? value}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(event.target.value);
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
}
