"use client";

import { useCombobox } from "downshift";
import { type ComponentProps, type KeyboardEvent, useEffect, useRef } from "react";

/** `about` is said after the label, in small. */
export type Choice = { key: string; label: string; about?: string };

type Props<C extends Choice> = {
  /** Of the field: its id and name, looks, what describes it. */
  input: Omit<ComponentProps<"input">, "value" | "onChange"> & { id: string };
  /** What the list offers. */
  label: string;
  value: string;
  /** What fits what is typed, the best first. */
  choices: readonly C[];
  onType: (text: string) => void;
  onChoose: (choice: C) => void;
  /** Enter takes the first choice. Otherwise what is typed may stand as it is, and a choice is gone to with the arrows. */
  takesFirst?: boolean;
};

/**
 * A field with a list of what fits the words in it (ARIA's combobox). Nothing is completed in the field itself: Telex and
 * VNI rewrite the letters before the cursor, and what a browser had added would be among them. Enter while letters are
 * being composed belongs to the keyboard, and leaving the field chooses nothing.
 */
export function Combobox<C extends Choice>({ input, label, value, choices, onType, onChoose, takesFirst }: Props<C>) {
  const items = input.readOnly ? [] : [...choices];
  const { isOpen, getInputProps, getMenuProps, getItemProps } = useCombobox<C>({
    id: input.id,
    inputId: input.id,
    items,
    itemToString: (choice) => choice?.label ?? "",
    itemToKey: (choice) => choice?.key,
    inputValue: value,
    selectedItem: null,
    defaultHighlightedIndex: takesFirst ? 0 : -1,
    stateReducer: (state, { type, changes }) =>
      // A touch sets the cursor; the list comes with the words.
      type === useCombobox.stateChangeTypes.InputClick ? state : changes,
    onSelectedItemChange({ type, selectedItem }) {
      const { ItemClick, InputKeyDownEnter } = useCombobox.stateChangeTypes;
      if (selectedItem !== null && (type === ItemClick || type === InputKeyDownEnter)) onChoose(selectedItem);
    },
  });
  const open = isOpen && items.length > 0;
  const list = useRef<HTMLUListElement>(null);
  // Near the foot of the page it would open under the bar, or below what is seen of a dialog. The field itself is seen first.
  useEffect(() => {
    if (!open || items.length === 0) return;
    list.current?.scrollIntoView({ block: "nearest" });
    list.current?.previousElementSibling?.scrollIntoView({ block: "nearest" });
  }, [open, items.length]);
  const { onKeyDown, ...rest } = input;
  return (
    <div className="relative">
      <input
        autoComplete="off"
        {...getInputProps({
          ...rest,
          "aria-labelledby": undefined,
          "aria-expanded": open,
          onChange: (event) => onType(event.currentTarget.value),
          onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
            // An open list is left by Escape, and not what it stands in.
            if (event.key === "Escape" && open) event.stopPropagation();
            onKeyDown?.(event);
          },
        })}
      />
      <ul
        {...getMenuProps({ ref: list, "aria-label": label, "aria-labelledby": undefined })}
        hidden={!open}
        className="absolute inset-x-0 top-full z-20 mt-1 max-h-64 overflow-y-auto rounded border border-line bg-paper p-1 shadow-lg"
      >
        {open
          ? items.map((choice, index) => (
              <li
                key={choice.key}
                {...getItemProps({ item: choice, index })}
                className="cursor-default rounded px-2 py-1.5 max-sm:py-2.5 aria-selected:bg-accent aria-selected:text-accent-ink"
              >
                {choice.label}
                {choice.about ? <span className="text-sm opacity-80"> · {choice.about}</span> : null}
              </li>
            ))
          : null}
      </ul>
    </div>
  );
}
