import type { Gap } from "#features/text/gaps.ts";

/** Leads to the place of a gap: the block of the body, else the field. */
export function showPlace({ field, blockId }: Gap): void {
  const block = blockId === undefined ? null : document.querySelector(`[data-id="${CSS.escape(blockId)}"]`);
  const place = block ?? document.querySelector(`[data-field="${field}"]`);
  if (!(place instanceof HTMLElement)) return;
  place.scrollIntoView({ block: "center", behavior: "smooth" });
  const control = place.matches(CONTROL) ? place : place.querySelector<HTMLElement>(CONTROL);
  control?.focus({ preventScroll: true });
}

const CONTROL = "input, textarea, select, button, [contenteditable='true'], [tabindex]";
