"use client";

import { type FormEvent, useState } from "react";

/** What is wrong with the fields of a form, by their names. */
export type Problems = Readonly<Partial<Record<string, string>>>;

/**
 * A form that says itself what is missing, in the words of the desk and beside the field, where a browser would say it in
 * its own language. Once something was missing, what is mended is no longer marked.
 *
 * @param check the fields as they are typed; an empty answer lets the form go
 */
export function useChecked(check: (fields: Record<string, string>) => Problems) {
  const [problems, setProblems] = useState<Problems>({});
  const checked = (form: HTMLFormElement) => {
    const texts = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === "string");
    const found = check(Object.fromEntries(texts));
    setProblems(found);
    return Object.keys(found);
  };
  return {
    problems,
    form: {
      noValidate: true,
      onSubmit(event: FormEvent<HTMLFormElement>) {
        const [first] = checked(event.currentTarget);
        if (first === undefined) return;
        event.preventDefault();
        const field = event.currentTarget.elements.namedItem(first);
        if (field instanceof HTMLElement) field.focus();
      },
      onInput(event: FormEvent<HTMLFormElement>) {
        if (Object.keys(problems).length > 0) checked(event.currentTarget);
      },
    },
  };
}
