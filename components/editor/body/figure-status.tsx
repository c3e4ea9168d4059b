import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Known } from "../files/file-states.ts";
import type { Upload } from "../files/uploads.ts";
import { SmallButton } from "../small-button.tsx";

type Props = {
  upload: Upload | undefined;
  file: string | null;
  known: Known;
  /** What is said of a place without a file, of a file that the site does not have, and of one that is being made; a picture's, if nothing is. */
  said?: { unseen: string; missing: string; making: string };
  onCancel: () => void;
  onAgain: () => void;
};

/** How the file of a figure or an attachment stands, where there is something to say: on its way, refused, being made, or of no use. */
export function FigureStatus({ upload, file, known, said, onCancel, onAgain }: Props): ReactNode {
  const t = useTranslations("editor.figure");
  const { unseen, missing, making } = said ?? { unseen: t("unseen"), missing: t("missing"), making: t("making") };
  if (upload !== undefined && upload.kind !== "arrived") return <OnItsWay {...{ upload, onCancel, onAgain }} />;
  if (file === null) return <p className="figure-said">{unseen}</p>;
  if (known === "missing") return <p className="figure-said is-problem">{missing}</p>;
  if (known?.state === "failed") return <p className="figure-said is-problem">{known.failure}</p>;
  if (known?.state === "waiting") return <p className="figure-said">{making}</p>;
  return null;
}

/** A picture on its way, or why it is not. */
export function OnItsWay({ upload, onCancel, onAgain }: { upload: Upload } & Pick<Props, "onCancel" | "onAgain">) {
  const t = useTranslations("editor.figure");
  const { kind, name, sent, size, sentence } = upload;
  if (kind === "refused" || kind === "cancelled") {
    return (
      <div className={`figure-said ${kind === "refused" ? "is-problem" : ""}`}>
        <p className="grow basis-48" role={kind === "refused" ? "alert" : undefined}>
          {kind === "refused" ? sentence : t("cancelled", { name })}
        </p>
        <SmallButton className="sm:min-h-9 sm:py-1" onClick={onAgain} aria-label={t("againOf", { name })}>
          {t("again")}
        </SmallButton>
      </div>
    );
  }
  const percent = size === 0 ? 0 : Math.floor((sent / size) * 100);
  return (
    <div className="figure-said">
      <div className="min-w-0 grow">
        <p className="flex justify-between gap-3">
          <span className="truncate">
            {t(kind === "sending" ? "sending" : kind === "queued" ? "queued" : "lost", { name })}
          </span>
          <span className="shrink-0 tabular-nums">{t("percent", { percent })}</span>
        </p>
        {kind === "lost" && sentence !== null ? <p className="text-(--warn)">{sentence}</p> : null}
        <div
          role="progressbar"
          aria-label={t("progress", { name })}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          className="mt-1.5 h-1.5 overflow-hidden rounded-full bg-(--line)"
        >
          <div
            className={`h-full rounded-full transition-[width] ${kind === "lost" ? "bg-(--warn)" : "bg-(--accent)"}`}
            style={{ width: `${percent}%` }}
          />
        </div>
      </div>
      {kind === "lost" ? (
        <SmallButton className="sm:min-h-9 sm:py-1" onClick={onAgain} aria-label={t("againOf", { name })}>
          {t("again")}
        </SmallButton>
      ) : null}
      <SmallButton className="sm:min-h-9 sm:py-1" onClick={onCancel} aria-label={t("cancelOf", { name })}>
        {t("cancel")}
      </SmallButton>
    </div>
  );
}
