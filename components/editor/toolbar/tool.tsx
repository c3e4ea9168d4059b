import { Toolbar } from "radix-ui";
import type { ReactNode } from "react";
import type { Switch } from "./toolbar-state.ts";

export const TOOL =
  "inline-flex h-9 min-w-9 shrink-0 max-sm:h-11 max-sm:min-w-11 items-center justify-center gap-1 rounded px-2 text-(--ink) hover:bg-(--field) " +
  "focus-visible:outline-2 focus-visible:outline-(--accent) disabled:opacity-40 disabled:hover:bg-transparent " +
  "aria-pressed:bg-(--field) aria-pressed:shadow-[inset_0_-2px_0_var(--accent)] data-[state=open]:bg-(--field)";

type Props = {
  label: string;
  keys?: string;
  state: Switch;
  onPress: () => void;
  children: ReactNode;
  toggles?: boolean;
};

/** One button of the toolbar. The mouse does not take the selection away from the text. */
export function Tool({ label, keys, state, onPress, children, toggles = true }: Props) {
  return (
    <Toolbar.Button
      type="button"
      className={TOOL}
      aria-label={label}
      aria-keyshortcuts={keys?.replace("Ctrl", "Control")}
      aria-pressed={toggles ? state.on : undefined}
      title={keys === undefined ? label : `${label} (${keys})`}
      disabled={!state.possible}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </Toolbar.Button>
  );
}
