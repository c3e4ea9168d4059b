import { useTranslations } from "next-intl";
import { AskButton } from "#components/people/ask-button.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { Details } from "#components/ui/details.tsx";
import { giveJobUp, tryJobAgain } from "#features/jobs/actions.ts";
import type { DeadJob } from "#features/jobs/jobs.ts";
import { kindOfReason } from "#features/jobs/reasons.ts";
import { momentInWords } from "#lib/dates.ts";

/** Jobs that have used up their tries, each with what it said last and what can be done about it. */
export function DeadJobs({ jobs }: { jobs: readonly DeadJob[] }) {
  if (jobs.length === 0) return null;
  return (
    <ul className="mt-2 divide-y divide-line font-normal text-ink">
      {jobs.map((job) => (
        <OneJob key={job.id} job={job} />
      ))}
    </ul>
  );
}

function OneJob({ job: { name, id, tries, diedAt, reason } }: { job: DeadJob }) {
  const t = useTranslations("desk.system");
  const which = { job: name, id };
  const title = t(`job.${name}`);
  return (
    <li className="space-y-1 py-3 break-words">
      <p className="font-semibold">{title}</p>
      <p className="text-sm text-ink-soft">{t("jobDied", { at: momentInWords(diedAt), tries })}</p>
      <p className="text-sm">{reason === null ? t("jobNoReason") : t(`jobReason.${kindOfReason(reason)}`)}</p>
      {reason === null ? null : (
        <Details label={t("jobDetail")}>
          <p lang="en">{reason}</p>
        </Details>
      )}
      <Actions
        inList
        main={
          <AskButton
            action={tryJobAgain}
            input={which}
            label={t("jobAgain")}
            named={`${t("jobAgain")}: ${title}`}
            title={t("jobAgainTitle")}
            about={`${title}. ${t("jobAgainAbout")}`}
            look="main"
          />
        }
        danger={
          <AskButton
            action={giveJobUp}
            input={which}
            label={t("jobDrop")}
            named={`${t("jobDrop")}: ${title}`}
            title={t("jobDropTitle")}
            about={`${title}. ${t("jobDropAbout")}`}
            look="danger"
          />
        }
      />
    </li>
  );
}
