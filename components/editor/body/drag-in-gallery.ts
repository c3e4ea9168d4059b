import type { Editor } from "@tiptap/core";
import type { PointerEvent as ReactPointerEvent } from "react";
import { inGallery } from "../files/gallery-in-text.ts";
import { stepInGallery } from "../schema/figure.ts";

/** Less is a hand that shakes, in CSS pixels. */
const SLACK = 6;
/** So near to the upper or the lower edge of the window the page moves along, by so much at a time, in CSS pixels. */
const EDGE = 72;
const SPEED = 14;

type Place = { over: HTMLElement; side: "before" | "after" };

/**
 * Moves a picture of a gallery with the pointer, a mouse or a finger, until it is let go: the one under it shows on which side it
 * would come to stand. Escape, or whatever else takes the pointer away, leaves all as it was.
 */
export function dragInGallery(event: ReactPointerEvent<HTMLElement>, editor: Editor, id: string): void {
  const held = event.currentTarget;
  const gallery = held.closest<HTMLElement>(".gallery-edited");
  if (event.button !== 0 || gallery === null) return;
  const begun = { x: event.clientX, y: event.clientY };
  const { pointerId } = event;
  const over = new AbortController();
  const { signal } = over;
  let at = begun;
  let place: Place | null = null;
  let isDragged = false;
  let scrolling = 0;

  function moved({ clientX: x, clientY: y }: PointerEvent): void {
    at = { x, y };
    if (!isDragged && Math.hypot(x - begun.x, y - begun.y) < SLACK) return;
    if (!isDragged) begin();
    show();
  }

  function begin(): void {
    isDragged = true;
    held.setPointerCapture(pointerId);
    held.closest<HTMLElement>(".gallery-picture")?.setAttribute("data-dragged", "");
    scrolling = requestAnimationFrame(scroll);
  }

  function scroll(): void {
    const way = at.y < EDGE ? -1 : at.y > window.innerHeight - EDGE ? 1 : 0;
    if (way !== 0) {
      window.scrollBy(0, way * SPEED);
      show();
    }
    scrolling = requestAnimationFrame(scroll);
  }

  function show(): void {
    place?.over.removeAttribute("data-drop");
    place = placeAt();
    place?.over.setAttribute("data-drop", place.side);
  }

  function placeAt(): Place | null {
    const found = document
      .elementsFromPoint(at.x, at.y)
      .map((element) => element.closest<HTMLElement>(".gallery-picture"))
      .find((picture) => picture !== null && gallery?.contains(picture));
    if (found == null || found.dataset.picture === id) return null;
    const { left, width } = found.getBoundingClientRect();
    return { over: found, side: at.x < left + width / 2 ? "before" : "after" };
  }

  function end(isLetGo: boolean): void {
    over.abort();
    cancelAnimationFrame(scrolling);
    const to = place;
    place?.over.removeAttribute("data-drop");
    held.closest(".gallery-picture")?.removeAttribute("data-dragged");
    if (!isLetGo || to === null || editor.isDestroyed) return;
    const [from, target] = [id, to.over.dataset.picture ?? ""].map((one) => inGallery(editor.state.doc, one)?.at);
    if (from === undefined || target === undefined) return;
    const behind = target + (to.side === "after" ? 1 : 0);
    stepInGallery(editor, id, (behind > from ? behind - 1 : behind) - from);
  }

  window.addEventListener("pointermove", moved, { signal });
  window.addEventListener("pointerup", () => end(isDragged), { signal });
  window.addEventListener("pointercancel", () => end(false), { signal });
  window.addEventListener("keydown", ({ key }) => key === "Escape" && end(false), { signal, capture: true });
}
