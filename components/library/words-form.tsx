"use client";

import { useTranslations } from "next-intl";
import { Field, TextField } from "#components/ui/field.tsx";
import { mediaOf } from "#features/files/media.ts";
import { changeFileWords } from "#features/library/actions.ts";
import { typedKeywords } from "#features/library/keywords.ts";
import type { FileDetails } from "#features/library/types.ts";
import { momentOf } from "#lib/dates.ts";
import { SaidForm } from "./said-form.tsx";

/** What a use of a file begins with, to be changed. */
export function WordsForm({ file }: { file: FileDetails }) {
  const t = useTranslations("library.words");
  const { sha256, version, mediaType, caption, credit, alt, creator, copyright, keywords, changed } = file;
  const kind = mediaOf(mediaType)?.kind ?? "document";
  const words = { newest: t("newest"), saved: t("saved", { kind }), saving: t("saving"), save: t("save", { kind }) };
  return (
    <section aria-labelledby="words-title" className="rounded-lg border border-line bg-field px-4 py-3">
      <h2 id="words-title" className="text-lg font-bold">
        {t("title", { kind })}
      </h2>
      <p className="mb-3 text-sm text-ink-soft">{t("about", { kind })}</p>
      <SaidForm
        {...{ sha256, version, words }}
        action={changeFileWords}
        below={
          changed === null ? null : (
            <p className="text-sm text-ink-soft">{t("changed", { by: changed.by, at: momentOf(changed.at) })}</p>
          )
        }
      >
        {(problems) => (
          <>
            <TextField
              {...{ name: "caption", label: t("caption"), problem: problems.caption }}
              rows={3}
              maxLength={1000}
              defaultValue={caption}
            />
            <Field
              {...{ name: "credit", label: t("credit", { kind }), problem: problems.credit }}
              maxLength={200}
              defaultValue={credit}
            />
            {kind === "picture" ? (
              <TextField
                {...{ name: "alt", label: t("alt"), problem: problems.alt }}
                rows={3}
                maxLength={1000}
                defaultValue={alt}
              />
            ) : (
              <input type="hidden" name="alt" value={alt} />
            )}
            <Field
              {...{ name: "creator", label: t("creator", { kind }), problem: problems.creator }}
              maxLength={200}
              defaultValue={creator}
            />
            <Field
              {...{ name: "copyright", label: t("copyright"), problem: problems.copyright }}
              maxLength={500}
              defaultValue={copyright}
            />
            <Field
              {...{ name: "keywords", label: t("keywords"), problem: problems.keywords }}
              hint={t("keywordsHint")}
              defaultValue={typedKeywords(keywords)}
            />
          </>
        )}
      </SaidForm>
    </section>
  );
}
