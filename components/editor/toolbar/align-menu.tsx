import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { setAlign } from "./commands.ts";
import { Icon } from "./icons.tsx";
import { Menu } from "./menu.tsx";
import type { ToolbarState } from "./toolbar-state.ts";

const ALIGNS = [null, "center", "right", "justify"] as const;

export function AlignMenu({ editor, state }: { editor: Editor; state: ToolbarState }) {
  const t = useTranslations("editor.toolbar");
  return (
    <Menu
      label={t("align")}
      title={<Icon name={state.align ?? "left"} />}
      disabled={!state.aligns}
      items={ALIGNS.map((align) => ({
        kind: "choice",
        name: align ?? "left",
        label: t(`aligns.${align ?? "left"}`),
        on: state.align === align,
        onPress: () => setAlign(editor, align),
      }))}
      onClosed={() => editor.commands.focus()}
    />
  );
}
