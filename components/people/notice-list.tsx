import { NextIntlClientProvider, useMessages, useTranslations } from "next-intl";
import { Actions } from "#components/ui/actions.tsx";
import { agree, object } from "#features/people/actions.ts";
import type { Notice } from "#features/people/types.ts";
import { momentInWords } from "#lib/dates.ts";
import { AskButton } from "./ask-button.tsx";

/** What takes two people: for the desk's home and the page of accounts. Nothing when there is nothing. */
export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  const t = useTranslations("people");
  const { people, common } = useMessages();
  if (notices.length === 0) return null;
  return (
    <section className="space-y-3 rounded-lg border-2 border-warn bg-field p-4" aria-labelledby="notices-title">
      <h2 id="notices-title" className="text-lg font-bold">
        {t("noticesTitle")}
      </h2>
      <NextIntlClientProvider messages={{ people, common }}>
        <ul className="divide-y divide-line">
          {notices.map((notice) => (
            <OneNotice key={`${notice.about}-${notice.id}`} notice={notice} />
          ))}
        </ul>
      </NextIntlClientProvider>
    </section>
  );
}

function OneNotice({ notice }: { notice: Notice }) {
  const t = useTranslations("people");
  const common = useTranslations("common");
  const { person, role, sectionName, about, id } = notice;
  const words = { person: person.name, email: person.email };
  const sentence =
    role === null
      ? t("noticeReset", words)
      : t("noticeRole", { ...words, role: common(role), section: sectionName ?? t("wholeSite") });
  return (
    <li className="space-y-2 py-3 break-words">
      <p className="font-semibold">{sentence}</p>
      <p className="text-sm text-ink-soft">
        {t("askedBy", { name: notice.askedBy ?? t("operator") })}{" "}
        {t(notice.waits ? "waitsUntil" : "inForce", { time: momentInWords(notice.from) })}
      </p>
      {notice.mayAgree || notice.mayObject ? (
        <Actions
          inList
          main={
            notice.mayAgree ? (
              <AskButton
                action={agree}
                input={{ about, id }}
                label={t("agree")}
                title={t("agreeTitle")}
                about={`${sentence} ${t("agreeAbout")}`}
                look="main"
              />
            ) : null
          }
          danger={
            notice.mayObject ? (
              <AskButton
                action={object}
                input={{ about, id }}
                label={t(notice.own ? "withdraw" : "object")}
                title={t(notice.own ? "withdrawTitle" : "objectTitle")}
                about={`${sentence} ${t("objectAbout")}`}
                look={notice.own ? "plain" : "danger"}
              />
            ) : null
          }
        />
      ) : null}
    </li>
  );
}
