import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { copyText } from "#components/ui/copy-text.ts";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import type { LeftWords } from "../save/copies.ts";

type Props = { left: LeftWords; onDrop: () => void; onClose: () => void };

/** Words that cannot be put back as they are: to be read, copied out, and deleted by nobody but the person. */
export function LeftWordsDialog({ left: { words, sentence }, onDrop, onClose }: Props) {
  const t = useTranslations("editor");
  const [copied, setCopied] = useState(false);
  return (
    <Dialog
      title={t("leftBehind.title")}
      about={`${sentence === null ? t("leftBehind.whyUnknown") : t("leftBehind.why", { sentence })} ${t("leftBehind.copyOut")}`}
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      wide
    >
      <textarea
        readOnly
        aria-label={t("leftBehind.words")}
        className="block h-[45dvh] w-full resize-none rounded border border-(--edge) bg-(--field) px-3 py-2 text-(--ink)"
        value={words}
      />
      <DialogActions
        close={t("close")}
        main={
          <Button look="main" onClick={() => void copyText(words).then(setCopied)}>
            {t(copied ? "texts.copied" : "texts.copy")}
          </Button>
        }
        danger={
          <Button look="danger" onClick={onDrop}>
            {t("leftBehind.delete")}
          </Button>
        }
      />
    </Dialog>
  );
}
