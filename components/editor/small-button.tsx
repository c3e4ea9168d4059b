import type { ComponentProps } from "react";

/** The small buttons of the editor's fields and lines, and links that look like them. */
export const SMALL_BUTTON =
  "inline-flex min-h-10 items-center max-sm:min-h-11 justify-center rounded border border-(--edge) px-3 py-1.5 text-(--ink) " +
  "hover:bg-(--field) focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-(--accent) disabled:opacity-40";

export function SmallButton({ className = "", ...rest }: Omit<ComponentProps<"button">, "type">) {
  return <button type="button" className={`${SMALL_BUTTON} ${className}`} {...rest} />;
}
