"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { FieldLines } from "#components/desk/review/text-facts.tsx";
import { BANNER_LIMITS } from "#features/kinds/banner.ts";
import { LEVELS } from "#features/kinds/banner-sentences.ts";
import { inEnglish } from "#features/kinds/banner-sentences-english.ts";
import { withinSite } from "#features/text/address.ts";
import { cleanLine } from "#lib/nfc.ts";
import { BannerHours } from "./banner/banner-hours.tsx";
import { BlankFields } from "./banner/blank-fields.tsx";
import { chosen, filledIn, NOTHING_TYPED, remembered } from "./banner/fill-in.ts";
import { SentenceField } from "./banner/sentence-field.tsx";
import { EditorFrame } from "./editor-frame.tsx";
import { ChoiceField } from "./fields/choice-field.tsx";
import { LineField, LinesField } from "./fields/line-field.tsx";
import type { BannerEditorProps } from "./props.ts";
import { useNaming } from "./use-naming.ts";
import { useText } from "./use-text.ts";

/** An address as it is copied from a browser, without this site's host. */
const withoutHost = (link: string) => (globalThis.location === undefined ? link : withinSite(link, location.origin));

/** What stands above all pages until an hour: a sentence is chosen and its blanks filled in, or words are one's own. */
export function BannerEditor(props: BannerEditorProps) {
  const t = useTranslations("editor.banner");
  const levels = useTranslations("terms.bannerLevels");
  const text = useText("banner", props);
  const naming = useNaming({});
  const { fields, change, readOnly, loads } = text;
  /** An empty text says nothing of how it goes on. */
  const [own, setOwn] = useState(false);
  const typed = useRef(NOTHING_TYPED);
  const isOwn = fields.sentence === "" && (own || fields.words !== "");
  const english = fields.sentence === "" ? null : inEnglish(cleanLine(fields.words));
  return (
    <EditorFrame text={text} showFields={(content) => <FieldLines kind="banner" content={content} naming={naming} />}>
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
        <section className="min-w-0 space-y-4" aria-label={t("say")}>
          <h2 className="text-lg font-bold">{t("say")}</h2>
          <p className="text-sm text-(--ink-soft)">{t("about")}</p>
          <SentenceField
            {...{ fields, isOwn, readOnly }}
            onChoose={(sentence, own) => {
              setOwn(own);
              typed.current = remembered(typed.current, fields);
              change(chosen(sentence, own, typed.current));
            }}
          />
          {fields.sentence === "" ? null : (
            <BlankFields
              key={`${fields.sentence} ${loads}`}
              {...{ fields, readOnly }}
              sentence={fields.sentence}
              onFill={(place, words) => change(filledIn(fields, place, words))}
            />
          )}
          {isOwn ? (
            <>
              <LinesField
                {...{ readOnly }}
                name="words"
                label={t("ownWords")}
                value={fields.words}
                most={BANNER_LIMITS.ownWords}
                rows={3}
                onType={(words) => change({ words })}
              />
              <ChoiceField
                name="level"
                label={t("level")}
                value={fields.level}
                readOnly={readOnly}
                onChoose={(value) => change({ level: value as typeof fields.level })}
              >
                {LEVELS.map((level) => (
                  <option key={level} value={level}>
                    {levels(level)}
                  </option>
                ))}
              </ChoiceField>
            </>
          ) : null}
        </section>
        <section className="min-w-0 space-y-4" aria-label={t("hours")}>
          <div className="rounded-lg border-2 border-(--edge) p-4" aria-live="polite">
            <h2 className="text-sm font-medium text-(--ink-soft)">{t("preview")}</h2>
            <p className="font-bold">{levels(fields.level)}</p>
            <p className="break-words text-lg font-semibold">{cleanLine(fields.words) || t("nothing")}</p>
            {english === null ? null : (
              <p className="mt-2 break-words text-sm">
                {t("inEnglish")}: <span lang="en">{english.map(({ words }) => words).join("")}</span>
              </p>
            )}
          </div>
          <h2 className="text-lg font-bold">{t("hours")}</h2>
          <BannerHours {...{ fields, loads, readOnly }} onChange={change} />
          <LineField
            name="link"
            label={t("link")}
            hint={t("linkHint")}
            value={fields.link}
            most={BANNER_LIMITS.link}
            inputMode="url"
            autoComplete="off"
            readOnly={readOnly}
            onType={(link) => change({ link: withoutHost(link) })}
          />
        </section>
      </div>
    </EditorFrame>
  );
}
