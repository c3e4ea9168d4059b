import { useTranslations } from "next-intl";
import { useState } from "react";
import { originalPath } from "#features/addresses/desk.ts";

type Props = {
  kind: "video" | "audio";
  /** Where it lies; undefined where there is nothing to play. */
  address: string | undefined;
  title: string;
  /** Its poster, and the hash of its subtitles. */
  picture: string | undefined;
  subtitles: string | null;
  /** Pixels of a video, once they are known. */
  size: { width: number | null; height: number | null } | null;
};

/** What is played, as readers will play it: by the browser itself. */
export function Player({ kind, address, title, picture, subtitles, size }: Props) {
  const t = useTranslations("editor.media");
  const [unplayable, setUnplayable] = useState<string>();
  if (address === undefined || unplayable === address) {
    return <div className="figure-place">{t(address === undefined ? "awaited" : "file", { kind })}</div>;
  }
  const shared = {
    ...{ controls: true, preload: "none", src: address, "aria-label": title || t("file", { kind }) },
    onError: () => setUnplayable(address),
  } as const;
  if (kind === "audio") return <audio key={address} className="w-full" {...shared} />;
  return (
    <video
      key={`${address} ${subtitles ?? ""}`}
      playsInline
      width={size?.width ?? 16}
      height={size?.height ?? 9}
      poster={picture}
      {...shared}
    >
      {subtitles === null ? null : (
        <track kind="captions" srcLang="vi" label={t("subtitles.name")} src={originalPath(subtitles)} />
      )}
    </video>
  );
}
