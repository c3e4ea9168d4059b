"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { Note } from "#components/ui/note.tsx";
import { putAway } from "#features/people/actions.ts";
import type { AccountNews } from "#features/people/types.ts";
import { momentInWords } from "#lib/dates.ts";
import { usePress } from "./use-press.ts";

type Props = {
  news: readonly AccountNews[];
  /** How many follow. */
  more: number;
};

/** For approvers: accounts that were made or let in anew, until they say that they have seen it. */
export function AccountNewsList({ news, more }: Props) {
  const t = useTranslations("people");
  const place = useRef<HTMLDivElement>(null);
  const { outcome, pending, press } = usePress<void>();
  // The button that was pressed is gone with its list: whoever works by keyboard goes on from here.
  useEffect(() => {
    if (outcome?.ok) place.current?.focus();
  }, [outcome]);
  const seen = () => {
    const form = new FormData();
    for (const id of news.flatMap(({ ids }) => ids)) form.append("ids", String(id));
    press(() => putAway(form));
  };
  if (news.length === 0 && !outcome) return null;
  return (
    <div ref={place} tabIndex={-1} className="space-y-3">
      {outcome?.ok === false ? <Note look="problem">{outcome.sentence}</Note> : null}
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
          <Actions
            main={
              <Button aria-disabled={pending} aria-describedby="account-news" onClick={() => pending || seen()}>
                {pending ? t("working") : t("newsSeen")}
              </Button>
            }
          />
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
