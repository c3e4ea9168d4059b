"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { RightsFields } from "#components/rights/rights-fields.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { LINK } from "#components/ui/button-class.ts";
import { Form } from "#components/ui/form.tsx";
import { Note } from "#components/ui/note.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { libraryFilePath } from "#features/addresses/desk.ts";
import { changeFileRights } from "#features/library/actions.ts";
import type { FileDetails } from "#features/library/types.ts";

/** By what right a file is shown, to be said or changed. */
export function RightsForm({ file: { sha256, rights } }: { file: FileDetails }) {
  const t = useTranslations("rights");
  // Of what is in the fields: the page may be drawn anew around them.
  const [version, setVersion] = useState(rights.rightsVersion);
  const { outcome, send, pending } = useSent(changeFileRights, (saved) => setVersion(saved.version));
  // Once a field is touched, what was saved before is no news of what is shown.
  const [passed, setPassed] = useState<typeof outcome>(null);
  return (
    <Form action={send} outcome={outcome} onChange={() => setPassed(outcome)}>
      {(problems) => (
        <>
          {outcome?.ok === false && outcome.code === "out_of_date" ? (
            <p>
              <a className={LINK} href={libraryFilePath(sha256)} target="_blank" rel="noreferrer">
                {t("newest")}
              </a>
            </p>
          ) : null}
          <input type="hidden" name="sha256" value={sha256} />
          <input type="hidden" name="version" value={version} />
          <RightsFields id="file" said={rights} problems={problems} blank={t("unsaid")} />
          {outcome?.ok && outcome !== passed && !pending ? <Note look="done">{t("saved")}</Note> : null}
          <Actions main={<SubmitButton waiting={t("saving")}>{t("save")}</SubmitButton>} />
        </>
      )}
    </Form>
  );
}
