import { DropdownMenu, Toolbar } from "radix-ui";
import type { ReactNode } from "react";
import { Icon } from "./icons.tsx";
import { TOOL } from "./tool.tsx";

export type ToolbarItem =
  | { kind: "action"; name: string; label: string; possible?: boolean; onPress: () => void }
  | { kind: "choice"; name: string; label: string; on: boolean; possible?: boolean; onPress: () => void }
  | { kind: "line"; name: string };

type Props = {
  label: string;
  title?: ReactNode;
  items: readonly ToolbarItem[];
  onClosed: () => void;
  disabled?: boolean;
};

const ITEM =
  "flex cursor-default items-center gap-2 rounded px-2 py-1.5 outline-none max-sm:py-2.5 data-[disabled]:opacity-40 " +
  "data-[highlighted]:bg-(--accent) data-[highlighted]:text-(--accent-ink)";

/** A menu in the toolbar. When it closes the cursor is back in the text. */
export function Menu({ label, title, items, onClosed, disabled = false }: Props) {
  return (
    <DropdownMenu.Root modal={false}>
      <Toolbar.Button asChild disabled={disabled}>
        <DropdownMenu.Trigger
          className={TOOL}
          aria-label={label}
          title={label}
          disabled={disabled}
          onMouseDown={(event) => event.preventDefault()}
        >
          {title}
          <Icon name="down" />
        </DropdownMenu.Trigger>
      </Toolbar.Button>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-y-auto rounded border border-(--line) bg-(--paper) p-1 text-(--ink) shadow-lg"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
          }}
        >
          {items.map(itemOf)}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function itemOf(item: ToolbarItem): ReactNode {
  if (item.kind === "line") return <DropdownMenu.Separator key={item.name} className="my-1 h-px bg-(--line)" />;
  const disabled = item.possible === false;
  if (item.kind === "action") {
    return (
      <DropdownMenu.Item key={item.name} className={ITEM} disabled={disabled} onSelect={item.onPress}>
        {item.label}
      </DropdownMenu.Item>
    );
  }
  return (
    <DropdownMenu.CheckboxItem
      key={item.name}
      className={ITEM}
      checked={item.on}
      disabled={disabled}
      onSelect={item.onPress}
    >
      <span className="w-4" aria-hidden="true">
        {item.on ? "✓" : ""}
      </span>
      {item.label}
    </DropdownMenu.CheckboxItem>
  );
}
