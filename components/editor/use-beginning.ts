import { type RefObject, useEffect, useRef, useState } from "react";
import type { BodyDoc } from "#features/text/body.ts";
import { isEmptyBody } from "#features/text/plain.ts";

/**
 * The field in which one begins: it has the focus as the page opens, where nobody has written anything yet.
 * @param words those of the head of the text as it was opened, and `body` below them
 */
export function useBeginning(readOnly: boolean, words: string, body: BodyDoc): RefObject<HTMLTextAreaElement | null> {
  const field = useRef<HTMLTextAreaElement>(null);
  const [begins] = useState(() => !readOnly && words.trim() === "" && isEmptyBody(body));
  useEffect(() => {
    if (begins) field.current?.focus();
  }, [begins]);
  return field;
}
