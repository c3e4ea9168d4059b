import { useTranslations } from "next-intl";
import { LARGEST_PICTURE } from "#features/files/settings.ts";
import type { Sentences } from "./open-uploads.ts";

const MB = 1024 * 1024;

/** What is said of files that do not come. */
export function useUploadSentences(): Sentences {
  const t = useTranslations("editor.upload");
  return {
    refused: t("refused"),
    empty: (name) => t("empty", { name }),
    tooLarge: (name, size) => t("tooLarge", { name, size: Math.ceil(size / MB), most: LARGEST_PICTURE / MB }),
  };
}
