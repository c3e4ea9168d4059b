import { useTranslations } from "next-intl";
import { useState } from "react";
import { MOST_BYTES } from "#features/files/media.ts";
import { openUploads } from "./open-uploads.ts";
import type { Sender } from "./send-file.ts";
import type { Uploader } from "./uploader.ts";

const MB = 1024 * 1024;

/** The files that are on their way somewhere. @param place as `openUploads` has it */
export function useUploads(place: string, sender: Sender): Uploader {
  const t = useTranslations("editor.upload");
  const [uploads] = useState(() =>
    openUploads(place, sender, {
      refused: t("refused"),
      empty: (name) => t("empty", { name }),
      tooLarge: (kind, name, size) =>
        t(`tooLarge.${kind}`, { name, size: Math.ceil(size / MB), most: MOST_BYTES[kind] / MB }),
    }),
  );
  return uploads;
}
