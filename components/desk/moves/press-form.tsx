"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { calledOf } from "#components/desk/called.ts";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import type { KindName } from "#features/kinds/kinds.ts";
import { fieldAsked, WholePress } from "#features/moves/pressed.ts";
import { isAboutLiveText, type Press } from "#features/moves/presses.ts";
import { type Problems, problemsIn } from "#lib/checked.ts";
import type { Outcome } from "#lib/outcome.ts";
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
  /** What was answered last, where this is the form that it is said in. */
  outcome: Outcome<unknown> | null;
  fields?: (problems: Problems) => ReactNode;
  /** The button. */
  children: ReactNode;
};

/** A press as a form. Its hashes say which text was on the screen, and what it was compared with. */
export function PressForm({ press, target, send, outcome, fields, children }: Props) {
  const t = useTranslations("desk");
  const text = textOf(press, target);
  return (
    <Form
      id={formOf(press)}
      action={send}
      outcome={outcome}
      check={(typed) => problemsIn(WholePress, typed)}
      about={fieldAsked(press)}
      aria-label={t(`presses.${press}`, calledOf(target.kind))}
    >
      {(problems) => (
        <>
          <HiddenFields
            of={{
              ...{ documentId: target.documentId, by: target.openedBy, press },
              ...{ hash: text?.hash ?? null, since: text?.since ?? null },
            }}
          />
          {fields?.(problems)}
          {children}
        </>
      )}
    </Form>
  );
}
