import { filePlacesIn, galleriesIn } from "#features/text/figures.ts";
import type { Gap } from "#features/text/gaps.ts";
import type { Content } from "#features/text/kind.ts";

/** Leads to the place of a gap: the place of a file in the body, else the field. */
export function showPlace(gap: Gap, content: Content): void {
  const place = placeOf(gap, content);
  if (place === null) return;
  place.scrollIntoView({ block: "center", behavior: "smooth" });
  const control = place.matches(CONTROL) ? place : place.querySelector<HTMLElement>(CONTROL);
  control?.focus({ preventScroll: true });
}

function placeOf({ field, blockId }: Gap, { body }: Content): HTMLElement | null {
  if (field !== "body") return document.querySelector<HTMLElement>(`[data-field="${field}"]`);
  const text = document.querySelector<HTMLElement>(".body-text");
  const drawn = (blocks: readonly { attrs: { id: string } }[], as: string) => {
    const at = blocks.findIndex(({ attrs }) => attrs.id === blockId);
    return at < 0 ? undefined : text?.querySelectorAll<HTMLElement>(as)[at];
  };
  if (body === undefined) return text;
  return (
    drawn(filePlacesIn(body), "figure, .attachment-edited, .media-edited") ??
    drawn(galleriesIn(body), ".gallery-edited") ??
    text
  );
}

const CONTROL = "input, textarea, select, button, [contenteditable='true'], [tabindex]";
