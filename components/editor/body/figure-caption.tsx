import { NodeViewContent } from "@tiptap/react";
import { useTranslations } from "next-intl";

/** The caption, written in its place. */
export function FigureCaption({ isBlank }: { isBlank: boolean }) {
  const t = useTranslations("editor.figure");
  return (
    <NodeViewContent<"figcaption">
      as="figcaption"
      role="textbox"
      aria-label={t("caption")}
      data-placeholder={t("caption")}
      className={isBlank ? "is-blank" : undefined}
    />
  );
}
