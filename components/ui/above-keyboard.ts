/**
 * Of an element that is fixed to the window: keeps it in the part that a phone's keyboard leaves, where only what is seen
 * of the window gets smaller (the visual viewport). A ref; the element's styles read how much is covered at the top
 * (`--above`) and at the bottom (`--below`).
 */
export function aboveKeyboard(element: HTMLElement | null): (() => void) | undefined {
  const seen = window.visualViewport;
  if (element === null || seen === null) return;
  const follow = () => {
    // Whoever has zoomed in moves the page themselves.
    const [above, below] =
      seen.scale === 1 ? [seen.offsetTop, Math.max(0, window.innerHeight - seen.height - seen.offsetTop)] : [0, 0];
    element.style.setProperty("--above", `${above}px`);
    element.style.setProperty("--below", `${below}px`);
  };
  follow();
  seen.addEventListener("scroll", follow);
  seen.addEventListener("resize", follow);
  return () => {
    seen.removeEventListener("scroll", follow);
    seen.removeEventListener("resize", follow);
  };
}
