import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SmallButton } from "../small-button.tsx";
import type { Upload } from "./uploads.ts";

type Props = { upload: Upload; className: string; onCancel: () => void; onAgain: () => void };

/** How far a file is on its way, or why it is not: with what can be done about it. */
export function OnItsWay({ upload, className, onCancel, onAgain }: Props): ReactNode {
  const t = useTranslations("editor.figure");
  const { kind, name, sent, size, sentence } = upload;
  if (kind === "refused" || kind === "cancelled") {
    return (
      <div className={`${className} ${kind === "refused" ? "is-problem" : ""}`}>
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
    <div className={className}>
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
