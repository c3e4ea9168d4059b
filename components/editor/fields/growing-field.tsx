import { type KeyboardEventHandler, type RefObject, useId } from "react";
import { Problem, problemIds } from "./field-frame.tsx";
import { useTooLong } from "./too-long.ts";

/** A field that looks like the words in it. */
export const BARE =
  "block w-full resize-none border-0 border-b border-transparent bg-transparent px-0 text-(--ink) " +
  "placeholder:text-(--ink-soft) hover:border-(--line) rounded-sm focus-visible:outline-2 focus-visible:outline-offset-4 focus-visible:outline-(--typing)";

type GrowingProps = {
  field: RefObject<HTMLTextAreaElement | null>;
  /** Of the text's field. */
  name: string;
  label: string;
  value: string;
  /** Longest text, in UTF-16 units. */
  most: number;
  readOnly: boolean;
  className: string;
  /** Enter goes on. */
  onDone: () => void;
  onType: (words: string) => void;
};

/** As high as its words in every browser: a copy of them that nobody sees or hears stands behind the field. */
export function GrowingField(props: GrowingProps) {
  const { field, name, label, value, most, readOnly, className, onDone, onType } = props;
  const id = useId();
  const problem = useTooLong()(label, value, most);
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
          {...problemIds(id, problem)}
          readOnly={readOnly}
          onKeyDown={onEnter(onDone)}
          onChange={(event) => onType(event.target.value)}
        />
      </div>
      <Problem id={id} problem={problem} />
    </>
  );
}

/** What was typed or pasted, without its line breaks. */
export const inOneLine = (words: string): string => words.replace(/\s*\n\s*/g, " ");

/** Enter, when it is none that ends a syllable being composed. */
export function onEnter(go: () => void): KeyboardEventHandler {
  return (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    go();
  };
}
