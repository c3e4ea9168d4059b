import { useTranslations } from "next-intl";
import { MOST_BYTES } from "#features/files/media.ts";
import type { Sentences } from "./open-uploads.ts";

const MB = 1024 * 1024;

/** What is said of files that do not come. */
export function useUploadSentences(): Sentences {
  const t = useTranslations("editor.upload");
  return {
    refused: t("refused"),
    empty: (name) => t("empty", { name }),
    tooLarge: (kind, name, size) =>
      t(`tooLarge.${kind}`, { name, size: Math.ceil(size / MB), most: MOST_BYTES[kind] / MB }),
  };
}
