import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { BULLET_STYLES, markerOf, NUMBER_STYLES } from "#features/text/markers.ts";
import { leaveList, setListStyle } from "./commands.ts";
import { Icon } from "./icons.tsx";
import { Menu, type ToolbarItem } from "./menu.tsx";
import type { ToolbarState } from "./toolbar-state.ts";

type Props = { editor: Editor; state: ToolbarState; onListStart: () => void };

/** The styles as they will stand in the text: "(1)  (2)  (3)". */
export function ListMenu({ editor, state, onListStart }: Props) {
  const t = useTranslations("editor.toolbar");
  const styles = [...NUMBER_STYLES, ...BULLET_STYLES].map(
    (style): ToolbarItem => ({
      kind: "choice",
      name: style,
      label:
        style === "-" || style === "+"
          ? t("bullets", { marker: style })
          : [1, 2, 3].map((n) => markerOf(style, n)).join("  "),
      on: state.list === style,
      onPress: () => setListStyle(editor, style),
    }),
  );
  const inList: ToolbarItem[] = [
    { kind: "line", name: "line" },
    ...(state.start === null
      ? []
      : [{ kind: "action", name: "start", label: t("listStart"), onPress: onListStart } as const]),
    {
      kind: "action",
      name: "deeper",
      label: t("listDeeper"),
      possible: editor.can().sinkListItem("listItem"),
      onPress: () => editor.chain().sinkListItem("listItem").run(),
    },
    { kind: "action", name: "out", label: t("listOut"), onPress: () => editor.chain().liftListItem("listItem").run() },
    { kind: "action", name: "none", label: t("listNone"), onPress: () => leaveList(editor) },
  ];
  return (
    <Menu
      label={t("list")}
      title={<Icon name="list" />}
      disabled={!state.lists}
      items={state.list === null ? styles : [...styles, ...inList]}
      onClosed={() => editor.commands.focus()}
    />
  );
}
