import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { Beside } from "#features/text/figures.ts";
import { FigureStatus } from "../body/figure-status.tsx";
import type { FileView } from "../files/file-view.ts";
import { FromLibrary } from "../files/from-library.tsx";
import type { Uploader } from "../files/uploader.ts";
import { useChooser } from "../files/use-chooser.tsx";
import { useFile } from "../files/use-file.ts";
import { useUpload } from "../files/use-upload.ts";
import { SmallButton } from "../small-button.tsx";

const SMALL = "sm:min-h-9 sm:py-1";
const KINDS = { poster: "picture", subtitles: "subtitles" } as const;

type Props = {
  which: Beside;
  /** By which its upload is known. */
  uploadId: string;
  file: string | null;
  uploads: Uploader;
  readOnly: boolean;
  /** What is said where there is no file; that there is none, if nothing is. */
  none?: string | undefined;
  onFile: (file: FileView | null) => void;
  /** One more way to one, in front of the others. */
  more?: ReactNode;
  /** What it looks like. */
  children?: ReactNode;
};

/** A file that belongs to a video: how it stands, and the ways to another one. */
export function BesideFile({ which, uploadId, file, uploads, readOnly, none, onFile, more, children }: Props) {
  const t = useTranslations("editor.media");
  const upload = useUpload(uploads, uploadId);
  const known = useFile(file);
  const chooser = useChooser({ kind: KINDS[which], onChosen: ([chosen]) => chosen && uploads.bring(uploadId, chosen) });
  const name = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame of its own
    <div role="group" aria-labelledby={name} className="media-beside">
      <p id={name} className="text-sm font-semibold">
        {t(`${which}.name`)}
      </p>
      {children}
      <FigureStatus
        {...{ upload, known, file }}
        said={{ unseen: none ?? t(`${which}.none`), missing: t(`${which}.missing`), making: t(`${which}.making`) }}
        onCancel={() => uploads.cancel(uploadId)}
        onAgain={() => uploads.again(uploadId)}
      />
      {readOnly ? null : (
        <div className="flex flex-wrap gap-2">
          {more}
          <SmallButton className={SMALL} onClick={chooser.choose}>
            {t(`${which}.choose`)}
          </SmallButton>
          <FromLibrary
            kind={KINDS[which]}
            onChosen={(chosen) => {
              // Another one on its way here would take its place.
              uploads.forget(uploadId);
              onFile(chosen);
            }}
          />
          {file === null ? null : (
            <SmallButton
              className={`border-transparent text-(--danger)! ${SMALL}`}
              onClick={() => {
                uploads.forget(uploadId);
                onFile(null);
              }}
            >
              {t(`${which}.remove`)}
            </SmallButton>
          )}
          {chooser.field}
        </div>
      )}
    </div>
  );
}
