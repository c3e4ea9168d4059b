"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { calledOf } from "#components/desk/called.ts";
import { type Problems, useChecked } from "#components/ui/use-checked.ts";
import type { KindName } from "#features/kinds/kinds.ts";
import { problemsIn } from "#features/moves/pressed.ts";
import { isAboutLiveText, type Press } from "#features/moves/presses.ts";
import { formOf } from "./form-of.ts";

export type Target = {
  documentId: number;
  kind: KindName;
  /** Who opened the page: nobody who signs in beside it presses in their stead. */
  openedBy: number;
  /** The text on this screen; null when none is being written. */
  open: Text | null;
  /** The text that readers have, or had last. */
  live: Text | null;
};

type Text = {
  hash: string;
  title: string;
  /** The hash of the text from which what changed was shown, or that all of it is new. */
  since: string;
};

/** The text that a press is about. */
export function textOf(press: Press, { open, live }: Target): Text | null {
  return isAboutLiveText(press) ? live : open;
}

type Props = {
  press: Press;
  target: Target;
  send: (form: FormData) => void;
  refused: string | null;
  fields?: (problems: Problems) => ReactNode;
  /** A field that the server's "no" is about. */
  problem?: Problems;
  /** The button. */
  children: ReactNode;
};

/** A press as a form. Its hashes say which text was on the screen, and what it was compared with. */
export function PressForm({ press, target, send, refused, fields, problem = {}, children }: Props) {
  const t = useTranslations("desk");
  const { problems, form } = useChecked((typed) => problemsIn(press, typed));
  return (
    <form
      {...form}
      id={formOf(press)}
      action={send}
      // After an action React empties the form; what was chosen and typed has to survive a no.
      onReset={(event) => event.preventDefault()}
      className="space-y-4"
      aria-label={t(`presses.${press}`, calledOf(target.kind))}
    >
      <input type="hidden" name="documentId" value={target.documentId} />
      <input type="hidden" name="by" value={target.openedBy} />
      <input type="hidden" name="press" value={press} />
      <input type="hidden" name="hash" value={textOf(press, target)?.hash ?? ""} />
      <input type="hidden" name="since" value={textOf(press, target)?.since ?? ""} />
      {fields?.({ ...problem, ...problems })}
      {refused === null ? null : (
        <p role="alert" className="font-semibold text-danger">
          {refused}
        </p>
      )}
      {children}
    </form>
  );
}
