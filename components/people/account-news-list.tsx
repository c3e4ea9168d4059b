"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { Note } from "#components/ui/note.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { putAway } from "#features/people/actions.ts";
import type { AccountNews } from "#features/people/types.ts";
import { momentInWords } from "#lib/dates.ts";

type Props = {
  news: readonly AccountNews[];
  /** How many follow. */
  more: number;
};

/** For approvers: accounts that were made or let in anew, until they say that they have seen it. */
export function AccountNewsList({ news, more }: Props) {
  const t = useTranslations("people");
  const place = useRef<HTMLDivElement>(null);
  const { outcome, send } = useSent(putAway);
  // The button that was pressed is gone with its list: whoever works by keyboard goes on from here.
  useEffect(() => {
    if (outcome?.ok) place.current?.focus();
  }, [outcome]);
  if (news.length === 0 && !outcome) return null;
  return (
    <div ref={place} tabIndex={-1} className="space-y-3">
      {outcome?.ok ? <Note look="done">{t("newsPutAway")}</Note> : null}
      {news.length > 0 ? (
        <section className="space-y-3 rounded-lg border border-line bg-field p-4" aria-labelledby="account-news">
          <h2 id="account-news" className="text-lg font-bold">
            {t("newsTitle")}
          </h2>
          <p className="text-sm text-ink-soft">{t("newsAbout")}</p>
          <ul className="divide-y divide-line">
            {news.map((one) => (
              <OneDeed key={one.ids.join()} news={one} />
            ))}
          </ul>
          {more > 0 ? <p className="text-sm text-ink-soft">{t("newsMore", { count: more })}</p> : null}
          <Form action={send} outcome={outcome}>
            {() => (
              <>
                <HiddenFields of={{ ids: news.flatMap(({ ids }) => ids) }} />
                <Actions
                  main={
                    <SubmitButton look="plain" waiting={t("working")} aria-describedby="account-news">
                      {t("newsSeen")}
                    </SubmitButton>
                  }
                />
              </>
            )}
          </Form>
        </section>
      ) : null}
    </div>
  );
}

const SENTENCES = { made: "newsMade", role: "newsRole", reset: "newsReset", switched_on: "newsSwitchedOn" } as const;

function OneDeed({ news: { deed, person, roles, hours, by, at } }: { news: AccountNews }) {
  const t = useTranslations("people");
  const common = useTranslations("common");
  return (
    <li className="space-y-1 py-3 break-words">
      <p className="font-semibold">{t(SENTENCES[deed], { person: person.name, email: person.email })}</p>
      {roles.map((given) => (
        <p key={`${given.role} ${given.sectionName}`}>
          {t("newsHolds", { role: common(given.role), section: given.sectionName ?? t("wholeSite") })}{" "}
          {given.hours > 0 ? t("newsWaits", { hours: given.hours }) : null}
        </p>
      ))}
      {hours > 0 ? <p>{t("newsWaits", { hours })}</p> : null}
      <p className="text-sm text-ink-soft">{t("newsBy", { name: by ?? t("operator"), time: momentInWords(at) })}</p>
    </li>
  );
}
