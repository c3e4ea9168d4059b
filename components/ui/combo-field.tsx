"use client";

import { type ComponentProps, useEffect, useRef } from "react";
import { type Choice, Combobox } from "./combobox.tsx";
import { type Around, controlClass, described, Labelled } from "./field.tsx";

type Props<C extends Choice> = Around &
  Pick<ComponentProps<typeof Combobox<C>>, "value" | "choices" | "onType" | "onChoose"> & {
    name: string;
    /** What its list offers. */
    offers: string;
  };

/** A field of a form with a list of what fits the words in it. */
export function ComboField<C extends Choice>({ id, name, label, hint, problem, offers, ...combobox }: Props<C>) {
  const { value, onChoose } = combobox;
  const field = useRef<HTMLInputElement>(null);
  const chosen = useRef<string | null>(null);
  // Its form hears of a choice as it hears of what is typed.
  useEffect(() => {
    if (chosen.current === null || field.current?.value !== value) return;
    chosen.current = null;
    field.current.dispatchEvent(new Event("input", { bubbles: true }));
  }, [value]);
  return (
    <Labelled id={id} label={label} hint={hint} problem={problem}>
      <Combobox
        {...combobox}
        input={{ ref: field, name, className: controlClass, ...described({ id, hint, problem }) }}
        label={offers}
        onChoose={(choice) => {
          chosen.current = choice.key;
          onChoose(choice);
        }}
      />
    </Labelled>
  );
}
