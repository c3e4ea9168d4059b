import { useTranslations } from "next-intl";
import { lengthOver } from "#features/text/typed.ts";

/**
 * Says what is too long to be saved: (what the field is called, what stands in it, the most) → a sentence, or null.
 * Nothing is cut: what was pasted is the person's to shorten.
 */
export function useTooLong(): (name: string, text: string, most: number) => string | null {
  const t = useTranslations("editor.fields");
  return (name, text, most) => {
    const count = lengthOver(text, most);
    return count === null ? null : t("tooLong", { name, count, most });
  };
}
