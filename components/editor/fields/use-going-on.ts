import { useLayoutEffect, useState } from "react";

type Find = () => HTMLElement | null | undefined;

/**
 * Takes the focus to where the work goes on after a press that changes what is drawn. It is there before the browser takes the next
 * key: with one frame's wait, whoever types at once would type into the button that was pressed.
 * @returns what a press calls, with how the place is found once all is drawn anew; where nothing is found the focus stays
 */
export function useGoingOn(): (find: Find) => void {
  const [next, setNext] = useState<{ find: Find } | null>(null);
  useLayoutEffect(() => next?.find()?.focus(), [next]);
  return (find) => setNext({ find });
}
