import { type DragEvent, useState } from "react";

/**
 * Rows that are dragged to another place with a pointer. By keyboard, and where a finger cannot drag, the row's buttons do the same.
 *
 * @param onMove from one place to another, both counted from 0
 */
export function useDrag(onMove: (from: number, to: number) => void) {
  const [from, setFrom] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const end = () => {
    setFrom(null);
    setOver(null);
  };
  return {
    /** Where what is dragged would come; null while nothing is. */
    over: from === null ? null : over,
    handleOf: (at: number) => ({
      draggable: true,
      onDragStart(event: DragEvent) {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", String(at));
        setFrom(at);
      },
      onDragEnd: end,
    }),
    targetOf: (at: number) => ({
      onDragOver(event: DragEvent) {
        if (from === null) return;
        event.preventDefault();
        setOver(at);
      },
      onDrop(event: DragEvent) {
        if (from === null) return;
        event.preventDefault();
        if (from !== at) onMove(from, at);
        end();
      },
    }),
  };
}
