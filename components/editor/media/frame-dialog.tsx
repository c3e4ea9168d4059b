import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Note } from "#components/ui/note.tsx";
import { frameOf } from "./frame.ts";

type Props = {
  /** Where the video lies. */
  address: string;
  /** What the picture is called. */
  name: string;
  onChosen: (picture: File) => void;
  onClose: () => void;
};

/** A video to stop at the picture that shall be its poster. */
export function FrameDialog({ address, name, onChosen, onClose }: Props): ReactNode {
  const t = useTranslations("editor.media.frame");
  const video = useRef<HTMLVideoElement>(null);
  const [stands, setStands] = useState<"opening" | "there" | "failed">("opening");
  const take = async () => {
    const picture = video.current && (await frameOf(video.current, name));
    if (!picture) return setStands("failed");
    onChosen(picture);
    onClose();
  };
  return (
    <Dialog title={t("title")} about={t("about")} open wide onOpenChange={(open) => (open ? undefined : onClose())}>
      {stands === "failed" ? (
        <Note look="problem">{t("failed")}</Note>
      ) : (
        <video
          ref={video}
          className="mx-auto max-h-[55dvh] w-full rounded bg-black"
          src={address}
          controls
          muted
          playsInline
          preload="auto"
          aria-label={t("title")}
          onLoadedData={() => setStands("there")}
          onError={() => setStands("failed")}
        />
      )}
      <DialogActions
        close={t("close")}
        main={
          <Button look="main" disabled={stands !== "there"} onClick={() => void take()}>
            {t("use")}
          </Button>
        }
      />
    </Dialog>
  );
}
