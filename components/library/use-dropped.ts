import { useEffect, useEffectEvent, useState } from "react";

/**
 * Takes files that are let go anywhere over the page, which a browser would open in its place.
 * @returns whether some are held over it
 */
export function useDropped(onDropped: (files: readonly File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const take = useEffectEvent(onDropped);
  useEffect(() => {
    const gone = new AbortController();
    const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") === true;
    const on = (name: "dragover" | "drop" | "dragleave", then: (event: DragEvent) => void) =>
      window.addEventListener(name, (event) => holdsFiles(event) && then(event), { signal: gone.signal });
    on("dragover", (event) => {
      event.preventDefault();
      setIsOver(true);
    });
    // Out of the window, and not from one thing on it to the next.
    on("dragleave", ({ relatedTarget }) => relatedTarget === null && setIsOver(false));
    on("drop", (event) => {
      event.preventDefault();
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) take(files);
    });
    return () => gone.abort();
  }, []);
  return isOver;
}
