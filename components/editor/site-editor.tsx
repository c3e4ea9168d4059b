"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { FieldLines } from "#components/desk/review/text-facts.tsx";
import { SITE_LIMITS } from "#features/kinds/site.ts";
import { EditorFrame } from "./editor-frame.tsx";
import { AccentField } from "./fields/accent-field.tsx";
import { EmblemField } from "./fields/emblem-field.tsx";
import { LineField } from "./fields/line-field.tsx";
import { NoticeField } from "./fields/notice-field.tsx";
import { MenuField } from "./menu/menu-field.tsx";
import type { SiteEditorProps } from "./props.ts";
import { useNaming } from "./use-naming.ts";
import { useText } from "./use-text.ts";

const IDENTITY = ["name", "agency", "responsible"] as const;
const CONTACT = ["address", "phone", "email"] as const;

const ENGLISH = ["name", "agency"] as const;

/**
 * What a site says of itself being written: who it is, and its menu. A notice that it has is there to be read, changed and taken away;
 * a new one is a banner, which has its own kind.
 */
export function SiteEditor(props: SiteEditorProps) {
  const { sections, pages } = props;
  const t = useTranslations("editor");
  const text = useText("site", props);
  const { fields, change, readOnly, loads } = text;
  const hasNotice = useHad(fields.notice.words !== "" || fields.notice.until !== null, loads);
  const naming = useNaming({ sections, pages });

  const line = (name: (typeof IDENTITY | typeof CONTACT)[number]) => (
    <LineField
      key={name}
      {...{ name, readOnly }}
      label={t(`site.${name}`)}
      value={fields[name]}
      most={SITE_LIMITS[name]}
      required={name === "name"}
      hint={name === "email" && !looksLikeEmail(fields.email) ? t("site.emailHint") : undefined}
      inputMode={name === "phone" ? "tel" : name === "email" ? "email" : undefined}
      autoComplete="off"
      onType={(words) => change({ [name]: words })}
    />
  );
  return (
    <EditorFrame text={text} showFields={(content) => <FieldLines kind="site" content={content} naming={naming} />}>
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
        <div className="space-y-6">
          <Group title={t("site.identity")} about={t("site.about")}>
            {IDENTITY.map(line)}
          </Group>
          <Group title={t("site.contact")}>{CONTACT.map(line)}</Group>
          <Group title={t("site.english")} about={t("site.englishAbout")}>
            {ENGLISH.map((name) => (
              <div key={name} lang="en">
                <LineField
                  {...{ name: `english-${name}`, readOnly }}
                  label={t(`site.inEnglish.${name}`)}
                  value={fields.english[name]}
                  most={SITE_LIMITS[name]}
                  autoComplete="off"
                  onType={(words) => change({ english: { ...fields.english, [name]: words } })}
                />
              </div>
            ))}
          </Group>
          <Group title={t("site.look")} about={t("site.lookAbout")}>
            <EmblemField emblem={fields.emblem} readOnly={readOnly} onChange={change} />
            <AccentField accent={fields.accent} readOnly={readOnly} onChange={change} />
          </Group>
          {hasNotice ? (
            <Group title={t("site.notice")} about={t("site.noticeAbout")}>
              <NoticeField notice={fields.notice} loads={loads} readOnly={readOnly} onChange={change} />
            </Group>
          ) : null}
        </div>
        <Group title={t("menu.title")} about={`${t("menu.about")} ${readOnly ? "" : t("menu.keys")}`}>
          <MenuField {...{ sections, pages, readOnly }} menu={fields.menu} onChange={change} />
        </Group>
      </div>
    </EditorFrame>
  );
}

/** Whether something was there since the text was put here as a whole: who empties it goes on having it before them. */
function useHad(has: boolean, loads: number): boolean {
  const [had, setHad] = useState({ has, loads });
  const now = had.loads === loads ? { has: had.has || has, loads } : { has, loads };
  if (now.has !== had.has || now.loads !== had.loads) setHad(now);
  return now.has;
}

function Group({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <section className="min-w-0 space-y-3 rounded-lg border border-(--line) p-4 max-sm:p-3" aria-label={title}>
      <h2 className="text-lg font-bold">{title}</h2>
      {about === undefined ? null : <p className="text-sm text-(--ink-soft)">{about}</p>}
      {children}
    </section>
  );
}

/** Half an address is one that somebody is typing: it is only pointed out. */
const looksLikeEmail = (text: string) => text === "" || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
