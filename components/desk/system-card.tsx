import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LINK } from "#components/ui/button-class.ts";
import { peoplePath } from "#features/addresses/desk.ts";
import type { SystemState } from "#features/desk/system.ts";
import type { Account } from "#features/people/types.ts";
import { momentInWords } from "#lib/dates.ts";
import { DeadJobs } from "./dead-jobs.tsx";
import { needsSomebody, VerifyRow } from "./verify-row.tsx";

type Props = {
  state: SystemState;
  accounts: readonly Account[];
  /** What takes two people and waits for the second. */
  asked: number;
};

/** For administrators: whether all is well, part by part, and where something waits. */
export function SystemCard({ state, accounts, asked }: Props) {
  const t = useTranslations("desk.system");
  const { notReady, diskIsFull, rolesMissing, jobs, stalled, verifying, filesInTrouble, clock, imports } = state;
  const calls = (follower: string) => {
    const key = `follower.${follower}` as "follower.mail";
    // One of another version has no name here.
    return t.has(key) ? t(key) : follower;
  };
  const active = accounts.filter(({ switchedOff, hasPassword }) => !switchedOff && hasPassword).length;
  const invited = accounts.filter(({ switchedOff, hasPassword }) => !switchedOff && !hasPassword).length;
  const off = accounts.length - active - invited;
  return (
    <section aria-labelledby="system" className="max-w-3xl rounded-lg border border-line bg-field px-4 py-3">
      <h2 id="system" className="text-lg font-bold">
        {t("title")}
      </h2>
      <dl className="divide-y divide-line">
        <Row name={t("parts")} look={notReady.length > 0 ? "danger" : "ok"}>
          {notReady.length === 0
            ? t("partsWell")
            : t("partsNot", { names: notReady.map((part) => t(`part.${part}`)).join(", ") })}
        </Row>
        <Row name={t("roles")} look={rolesMissing.length > 0 ? "danger" : "ok"}>
          {rolesMissing.length === 0
            ? t("rolesWell")
            : t("rolesMissing", { names: rolesMissing.map((role) => t(`role.${role}`)).join(", ") })}
        </Row>
        <Row name={t("disk")} look={diskIsFull ? "danger" : "ok"}>
          {t(diskIsFull ? "diskFull" : "diskWell")}
        </Row>
        <Row name={t("clock")} look={clock.overdue + clock.failed > 0 ? "danger" : "ok"}>
          {clock.overdue > 0 ? <p>{t("overdue", { count: clock.overdue })}</p> : null}
          {clock.failed > 0 ? <p>{t("failed", { count: clock.failed })}</p> : null}
          <p className="font-normal text-ink">
            {clock.nextAt === null
              ? t("noneScheduled")
              : t("scheduled", { count: clock.waiting, at: momentInWords(clock.nextAt) })}
          </p>
        </Row>
        <Row name={t("jobs")} look={jobs.dead > 0 ? "danger" : "ok"}>
          {jobs.dead > 0 ? <p>{t("jobsDead", { count: jobs.dead })}</p> : null}
          <p className="font-normal text-ink">{t("jobsWaiting", { waiting: jobs.waiting, running: jobs.running })}</p>
          <DeadJobs jobs={jobs.latestDead} />
        </Row>
        <Row name={t("followers")} look={stalled.length > 0 ? "danger" : "ok"}>
          {stalled.length === 0 ? t("followersWell") : null}
          {stalled.map(({ name, since }) => (
            <p key={name}>{t("followerStands", { name: calls(name), at: momentInWords(since) })}</p>
          ))}
        </Row>
        <Row name={t("verify")} look={needsSomebody(verifying) ? "danger" : "ok"}>
          <VerifyRow {...verifying} />
        </Row>
        <Row name={t("files")} look={filesInTrouble > 0 ? "danger" : "ok"}>
          {filesInTrouble > 0 ? t("filesNot", { count: filesInTrouble }) : t("filesWell")}
        </Row>
        <Row name={t("imports")} look="ok">
          {imports.batches === 0 ? t("noImports") : t("importsWait", imports)}
        </Row>
        <Row name={t("byTwo")} look="ok">
          {asked === 0 ? t("noneAsked") : t("asked", { count: asked })}
        </Row>
        <Row name={t("accounts")} look="ok">
          <p>{t("active", { count: active })}</p>
          {invited > 0 ? <p>{t("invited", { count: invited })}</p> : null}
          {off > 0 ? <p>{t("off", { count: off })}</p> : null}
          <Link className={LINK} href={peoplePath} prefetch={false}>
            {t("toAccounts")}
          </Link>
        </Row>
      </dl>
    </section>
  );
}

function Row({ name, look, children }: { name: string; look: "ok" | "danger"; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-0.5 py-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
      <dt className="font-semibold text-ink-soft">{name}</dt>
      <dd className={look === "danger" ? "font-semibold text-danger" : undefined}>{children}</dd>
    </div>
  );
}
