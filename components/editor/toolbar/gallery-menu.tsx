import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { gatherRow, rowAround, splitGallery } from "../files/gallery-in-text.ts";
import { Icon } from "./icons.tsx";
import { Menu, type ToolbarItem } from "./menu.tsx";
import type { ToolbarState } from "./toolbar-state.ts";

type Props = { editor: Editor; state: ToolbarState; onNew: () => void; onNewKept: () => void };

/** Ways to a gallery, and out of the one around the cursor. */
export function GalleryMenu({ editor, state, onNew, onNewKept }: Props) {
  const t = useTranslations("editor.gallery");
  const { gallery, row } = state;
  const items: ToolbarItem[] = [
    { kind: "action", name: "new", label: t("new"), onPress: onNew },
    { kind: "action", name: "newKept", label: t("newKept"), onPress: onNewKept },
    { kind: "line", name: "line" },
    {
      ...{ kind: "action", name: "gather", label: t("gather"), possible: row },
      onPress: () => gatherRow(editor.view, rowAround(editor.state.selection.$from) ?? []),
    },
    {
      ...{ kind: "action", name: "split", label: t("split"), possible: gallery !== null },
      onPress: () => gallery !== null && splitGallery(editor.view, gallery),
    },
  ];
  return (
    <Menu
      label={t("menu")}
      title={<Icon name="gallery" />}
      disabled={!state.figures}
      items={items}
      onClosed={() => editor.commands.focus()}
    />
  );
}
