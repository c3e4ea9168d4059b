"use client";

import { type ReactNode, useState } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { LINK } from "#components/ui/button-class.ts";
import { Form } from "#components/ui/form.tsx";
import { Note } from "#components/ui/note.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { libraryFilePath } from "#features/addresses/desk.ts";
import type { Problems } from "#lib/checked.ts";
import type { Outcome } from "#lib/outcome.ts";

type Answer = Outcome<{ version: number }>;

type Props = {
  sha256: string;
  /** Of what is in the fields. */
  version: number;
  action: (previous: Answer | null, form: FormData) => Promise<Answer>;
  words: Record<"newest" | "saved" | "saving" | "save", string>;
  /** What stands below the press. */
  below?: ReactNode;
  children: (problems: Problems) => ReactNode;
};

/** What is said of a file, to be changed by whoever has seen the newest: of others it says where that is. */
export function SaidForm({ sha256, version: first, action, words, below, children }: Props) {
  // The page may be drawn anew around the fields.
  const [version, setVersion] = useState(first);
  const { outcome, send, pending } = useSent(action, (saved) => setVersion(saved.version));
  // Once a field is touched, what was saved before is no news of what is shown.
  const [passed, setPassed] = useState<typeof outcome>(null);
  return (
    <Form action={send} outcome={outcome} onChange={() => setPassed(outcome)}>
      {(problems) => (
        <>
          {outcome?.ok === false && outcome.code === "out_of_date" ? (
            <p>
              <a className={LINK} href={libraryFilePath(sha256)} target="_blank" rel="noreferrer">
                {words.newest}
              </a>
            </p>
          ) : null}
          <input type="hidden" name="sha256" value={sha256} />
          <input type="hidden" name="version" value={version} />
          {children(problems)}
          {outcome?.ok && outcome !== passed && !pending ? <Note look="done">{words.saved}</Note> : null}
          <Actions main={<SubmitButton waiting={words.saving}>{words.save}</SubmitButton>} />
          {below}
        </>
      )}
    </Form>
  );
}
