import type { KeyboardEventHandler, RefObject } from "react";
import { Problem, problemIds } from "./field-frame.tsx";

/** A field that looks like the words in it. */
export const BARE =
  "block w-full resize-none border-0 border-b border-transparent bg-transparent px-0 text-(--ink) " +
  "placeholder:text-(--ink-soft) hover:border-(--line) rounded-sm focus-visible:outline-2 focus-visible:outline-offset-4 focus-visible:outline-(--typing)";

type GrowingProps = {
  id: string;
  field: RefObject<HTMLTextAreaElement | null>;
  /** Of the text's field. */
  name: string;
  label: string;
  value: string;
  problem: string | null;
  readOnly: boolean;
  className: string;
  onKeyDown: KeyboardEventHandler;
  onType: (words: string) => void;
};

/** As high as its words in every browser: a copy of them that nobody sees or hears stands behind the field. */
export function GrowingField({
  id,
  field,
  name,
  label,
  value,
  problem,
  readOnly,
  className,
  onKeyDown,
  onType,
}: GrowingProps) {
  return (
    <>
      <div
        data-words={value}
        className={`grid grid-cols-[minmax(0,1fr)] *:[grid-area:1/1] after:invisible after:border-b after:[grid-area:1/1] after:break-words after:whitespace-pre-wrap after:content-[attr(data-words)_'_'] ${className}`}
      >
        <textarea
          ref={field}
          enterKeyHint="next"
          className={`${BARE} overflow-hidden`}
          data-field={name}
          aria-label={label}
          placeholder={readOnly ? undefined : label}
          rows={1}
          value={value}
          {...problemIds(`${id}-${name}`, problem)}
          readOnly={readOnly}
          onKeyDown={onKeyDown}
          onChange={(event) => onType(event.target.value)}
        />
      </div>
      <Problem id={`${id}-${name}`} problem={problem} />
    </>
  );
}

/** Enter, when it is none that ends a syllable being composed. */
export function onEnter(go: () => void): KeyboardEventHandler {
  return (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    go();
  };
}
