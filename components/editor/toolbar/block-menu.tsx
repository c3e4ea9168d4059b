import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { Menu, type ToolbarItem } from "./menu.tsx";
import type { ToolbarState } from "./toolbar-state.ts";

export function BlockMenu({ editor, state }: { editor: Editor; state: ToolbarState }) {
  const t = useTranslations("editor.toolbar");
  const items: ToolbarItem[] = [
    {
      kind: "choice",
      name: "paragraph",
      label: t("paragraph"),
      on: state.block === "paragraph",
      onPress: () => editor.chain().setParagraph().run(),
    },
    ...([2, 3, 4] as const).map(
      (level): ToolbarItem => ({
        kind: "choice",
        name: `heading${level}`,
        label: t("heading", { level: level - 1 }),
        on: state.block === `heading${level}`,
        possible: state.headings || state.block === `heading${level}`,
        onPress: () => editor.chain().setHeading({ level }).run(),
      }),
    ),
  ];
  const now = items.find((item) => item.name === state.block);
  return (
    <Menu
      label={t("block")}
      title={
        <span className="w-24 truncate text-left text-sm">{now?.kind === "choice" ? now.label : t("paragraph")}</span>
      }
      items={items}
      onClosed={() => editor.commands.focus()}
    />
  );
}
