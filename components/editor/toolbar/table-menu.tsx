import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { addParagraphAfter } from "./commands.ts";
import { Icon } from "./icons.tsx";
import { Menu, type ToolbarItem } from "./menu.tsx";
import type { ToolbarState } from "./toolbar-state.ts";

type Props = { editor: Editor; state: ToolbarState; onTableName: () => void };

const COMMANDS = [
  "addRowBefore",
  "addRowAfter",
  "deleteRow",
  "addColumnBefore",
  "addColumnAfter",
  "deleteColumn",
  "mergeCells",
  "splitCell",
  "toggleHeaderRow",
  "toggleHeaderColumn",
  "deleteTable",
] as const;

/** The last row or column is not taken out of a table: without it there is none. */
const removeEmptied = (editor: Editor, name: string): boolean =>
  (name === "deleteRow" || name === "deleteColumn") && editor.chain().deleteTable().run();

export function TableMenu({ editor, state, onTableName }: Props) {
  const t = useTranslations("editor.toolbar");
  const items: ToolbarItem[] = state.inTable
    ? [
        { kind: "action", name: "name", label: t("tableName"), onPress: onTableName },
        ...COMMANDS.map(
          (name): ToolbarItem => ({
            kind: "action",
            name,
            label: t(`table.${name}`),
            possible: name === "mergeCells" ? state.merge : name === "splitCell" ? state.split : true,
            onPress: () => void (editor.chain()[name]().run() || removeEmptied(editor, name)),
          }),
        ),
        { kind: "action", name: "after", label: t("paragraphAfter"), onPress: () => addParagraphAfter(editor) },
      ]
    : [2, 3, 4].map((cols) => ({
        kind: "action",
        name: `insert${cols}`,
        label: t("insertTable", { cols }),
        onPress: () => editor.chain().insertTable({ rows: 3, cols, withHeaderRow: true }).run(),
      }));
  return (
    <Menu
      label={t("tables")}
      title={<Icon name="table" />}
      disabled={!state.inTable && !state.tables}
      items={items}
      onClosed={() => editor.commands.focus()}
    />
  );
}
