"use client";

import { type ComponentProps, type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { Problems } from "#lib/checked.ts";
import type { Outcome } from "#lib/outcome.ts";
import { Note } from "./note.tsx";

type Props = Omit<ComponentProps<"form">, "action" | "about" | "children"> & {
  action: (form: FormData) => void;
  /** What the action answered last. */
  outcome: Outcome<unknown> | null;
  /**
   * What is wrong with what is typed: `problemsIn` the schema that the action has, or the rules of that schema where a
   * page has no other (zod is 32 KB). Without it the server alone checks.
   */
  check?: (typed: Record<string, string>) => Problems;
  /** The one field that every "no" to what was typed is about, where a form asks for one thing only. */
  about?: string | null;
  children: (problems: Problems) => ReactNode;
};

/**
 * The one way to fill something in and send it. What is missing is said in the words of the desk beside its field, where
 * a browser would say it in its own language, and the first such field gets the focus; once something was missing, what
 * is mended is no longer marked. A "no" of the server stands at the top. What was typed stays: React empties the form of
 * an action once it has run, and with it would go what only needs a letter mended. Before scripts have come the form is
 * sent as it is, and the server alone checks.
 */
export function Form({ action, outcome, check, about = null, className = "space-y-4", children, ...rest }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<Problems>({});
  const [answered, setAnswered] = useState({ outcome, said: saidBy(outcome, about) });
  if (answered.outcome !== outcome) setAnswered({ outcome, said: saidBy(outcome, about) });
  const { said } = answered;

  useEffect(() => {
    focusFirst(form.current, saidBy(outcome, about));
  }, [outcome, about]);

  const checkNow = (element: HTMLFormElement): Problems => {
    const texts = [...new FormData(element)].filter((field): field is [string, string] => typeof field[1] === "string");
    const found = check?.(Object.fromEntries(texts)) ?? {};
    setMissing(found);
    return found;
  };

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    if (event.target !== event.currentTarget) return;
    const found = checkNow(event.currentTarget);
    if (Object.keys(found).length === 0) return;
    event.preventDefault();
    focusFirst(event.currentTarget, found);
  }

  function onInput({ target, currentTarget }: FormEvent<HTMLFormElement>): void {
    if (Object.keys(missing).length > 0) checkNow(currentTarget);
    const name = (target as Partial<HTMLInputElement>).name ?? "";
    if (said[name] !== undefined) setAnswered({ outcome, said: { ...said, [name]: undefined } });
  }

  const refused = outcome?.ok === false && !isAbout(outcome, about) ? outcome.sentence : null;
  return (
    <form
      {...rest}
      {...{ ref: form, action, className, onSubmit, onInput }}
      noValidate
      onReset={(event) => event.preventDefault()}
    >
      {refused === null ? null : <Note look="problem">{refused}</Note>}
      {children({ ...said, ...missing })}
    </form>
  );
}

type No = Extract<Outcome<unknown>, { ok: false }>;

/** Whether a "no" stands beside a field, and is not said twice. */
const isAbout = (no: No, about: string | null) => about !== null && no.code === "bad_input";

/** What a "no" says of single fields. */
function saidBy(outcome: Outcome<unknown> | null, about: string | null): Problems {
  if (outcome === null || outcome.ok) return {};
  return about !== null && isAbout(outcome, about) ? { [about]: outcome.sentence } : (outcome.fields ?? {});
}

function focusFirst(form: HTMLFormElement | null, problems: Problems): void {
  const fields = [...(form?.elements ?? [])].filter((field): field is HTMLInputElement => "name" in field);
  fields.find(({ name, type }) => type !== "hidden" && problems[name] !== undefined)?.focus();
}
