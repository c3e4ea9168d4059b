import type { Editor } from "@tiptap/react";
import { useEffect } from "react";

/**
 * Keeps what is typed, and the toolbar over it, in the part of the page that a phone's keyboard leaves. Some browsers make
 * the window smaller for it, and some only what is seen of the window (the visual viewport).
 *
 * @param editor null where there is none, or not yet
 */
export function useInSight(editor: Editor | null): void {
  useEffect(() => {
    const seen = window.visualViewport;
    if (!seen) return;
    const follow = () => {
      // Whoever has zoomed in moves the page themselves.
      const top = seen.scale === 1 ? seen.offsetTop : 0;
      document.documentElement.style.setProperty("--desk-top", `${top}px`);
    };
    const show = () => {
      follow();
      if (editor?.isFocused) editor.commands.scrollIntoView();
    };
    seen.addEventListener("scroll", follow);
    seen.addEventListener("resize", show);
    return () => {
      seen.removeEventListener("scroll", follow);
      seen.removeEventListener("resize", show);
      document.documentElement.style.removeProperty("--desk-top");
    };
  }, [editor]);
}

/** A line's worth of room, in pixels. */
const ROOM = 12;

/** How much of the window's edges is covered while one types, in pixels, as ProseMirror asks for it each time that it scrolls. */
export const coveredEdges = {
  left: 0,
  right: 0,
  get top(): number {
    const offset = window.visualViewport?.offsetTop ?? 0;
    return offset + heightOf(".editor-bar") + ROOM;
  },
  get bottom(): number {
    const bar = document.querySelector(".move-bar");
    const covers = bar !== null && getComputedStyle(bar).position === "fixed" && !isBehindKeyboard();
    return (covers ? heightOf(".move-bar") : 0) - (window.visualViewport?.offsetTop ?? 0) + ROOM;
  },
};

/** Where only what is seen of the window is smaller, whatever stands at its lower edge is under the keyboard. */
function isBehindKeyboard(): boolean {
  const seen = window.visualViewport;
  return seen !== null && seen.scale === 1 && seen.height + seen.offsetTop < window.innerHeight - 1;
}

function heightOf(selector: string): number {
  return document.querySelector(selector)?.getBoundingClientRect().height ?? 0;
}
