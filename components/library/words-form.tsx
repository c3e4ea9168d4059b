"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { LINK } from "#components/ui/button-class.ts";
import { Field, TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Note } from "#components/ui/note.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { libraryFilePath } from "#features/addresses/desk.ts";
import { isPicture } from "#features/files/media.ts";
import { changeFileWords } from "#features/library/actions.ts";
import { typedKeywords } from "#features/library/keywords.ts";
import type { FileDetails } from "#features/library/types.ts";
import { momentOf } from "#lib/dates.ts";

/** What a use of a file begins with, to be changed. */
export function WordsForm({ file }: { file: FileDetails }) {
  const t = useTranslations("library.words");
  // Of the words in the fields: the page may be drawn anew around them.
  const [version, setVersion] = useState(file.version);
  const { outcome, send, pending } = useSent(changeFileWords, (saved) => setVersion(saved.version));
  // Once a field is touched, what was saved before is no news of what is shown.
  const [passed, setPassed] = useState<typeof outcome>(null);
  const { sha256, mediaType, caption, credit, alt, creator, copyright, keywords, changed } = file;
  return (
    <section aria-labelledby="words-title" className="rounded-lg border border-line bg-field px-4 py-3">
      <h2 id="words-title" className="text-lg font-bold">
        {t("title")}
      </h2>
      <p className="mb-3 text-sm text-ink-soft">{t("about")}</p>
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
            <TextField
              {...{ id: "caption", name: "caption", label: t("caption"), problem: problems.caption }}
              rows={3}
              maxLength={1000}
              defaultValue={caption}
            />
            <Field
              {...{ id: "credit", name: "credit", label: t("credit"), problem: problems.credit }}
              maxLength={200}
              defaultValue={credit}
            />
            {isPicture(mediaType) ? (
              <TextField
                {...{ id: "alt", name: "alt", label: t("alt"), problem: problems.alt }}
                rows={3}
                maxLength={1000}
                defaultValue={alt}
              />
            ) : (
              <input type="hidden" name="alt" value={alt} />
            )}
            <Field
              {...{ id: "creator", name: "creator", label: t("creator"), problem: problems.creator }}
              maxLength={200}
              defaultValue={creator}
            />
            <Field
              {...{ id: "copyright", name: "copyright", label: t("copyright"), problem: problems.copyright }}
              maxLength={500}
              defaultValue={copyright}
            />
            <Field
              {...{ id: "keywords", name: "keywords", label: t("keywords"), problem: problems.keywords }}
              hint={t("keywordsHint")}
              defaultValue={typedKeywords(keywords)}
            />
            {outcome?.ok && outcome !== passed && !pending ? <Note look="done">{t("saved")}</Note> : null}
            <Actions main={<SubmitButton waiting={t("saving")}>{t("save")}</SubmitButton>} />
            {changed === null ? null : (
              <p className="text-sm text-ink-soft">{t("changed", { by: changed.by, at: momentOf(changed.at) })}</p>
            )}
          </>
        )}
      </Form>
    </section>
  );
}
