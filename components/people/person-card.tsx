import { useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button-class.ts";
import { endRole, switchOff, switchOn } from "#features/people/actions.ts";
import type { Account, HeldRole, Place } from "#features/people/types.ts";
import { momentInWords } from "#lib/dates.ts";
import { AskButton } from "./ask-button.tsx";
import { GiveRoleForm } from "./give-role-form.tsx";
import { ResetButton } from "./reset-button.tsx";

type Props = {
  person: Account;
  places: readonly Place[];
  /** For the account of whoever looks, and whether nobody else administers the site. */
  self: { only: boolean } | null;
};

export function PersonCard({ person, places, self }: Props) {
  const t = useTranslations("people");
  const { id, name } = person;
  return (
    <li className="space-y-3 rounded-lg border border-line bg-field p-4">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0 break-words">
          <h3 className="font-bold">{name}</h3>
          <p className="text-sm text-ink-soft">{person.email}</p>
          <p className="text-sm text-ink-soft">
            {person.lastSeenAt ? t("lastSeen", { time: momentInWords(person.lastSeenAt) }) : t("neverSeen")}
          </p>
        </div>
        <State person={person} own={self !== null} />
      </div>
      {person.roles.length === 0 ? <p className="text-ink-soft">{t("noRole")}</p> : null}
      <ul className="divide-y divide-line">
        {person.roles.map((held) => (
          <Held key={held.id} held={held} name={name} self={self} />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 border-t border-line pt-3">
        <details className="open:w-full">
          <summary className={buttonClass("plain", "cursor-pointer max-sm:px-3")}>{t("addRole")}</summary>
          <div className="mt-2 rounded-md border border-line p-4">
            <GiveRoleForm personId={id} places={places} />
          </div>
        </details>
        {self ? (
          <a className={buttonClass()} href="/login/password">
            {t("ownPassword")}
          </a>
        ) : person.switchedOff ? (
          <AskButton
            action={switchOn}
            input={{ personId: id }}
            label={t("switchOn")}
            title={t("switchOnTitle", { name })}
            about={t("switchOnAbout", { name })}
          />
        ) : (
          <>
            <ResetButton personId={id} name={name} />
            <AskButton
              action={switchOff}
              input={{ personId: id }}
              label={t("switchOff")}
              title={t("switchOffTitle", { name })}
              about={t("switchOffAbout", { name })}
              look="danger"
            />
          </>
        )}
      </div>
    </li>
  );
}

function State({ person, own }: { person: Account; own: boolean }) {
  const t = useTranslations("people");
  const [word, look] = person.switchedOff
    ? (["stateOff", "border-danger text-danger"] as const)
    : person.hasPassword
      ? (["stateOn", "border-ok text-ok"] as const)
      : (["stateInvited", "border-warn text-warn"] as const);
  return (
    <p className="flex flex-wrap gap-2 text-sm font-semibold">
      {person.demo ? <span className="rounded-full border border-line px-3 py-0.5">{t("demo")}</span> : null}
      <span className={`rounded-full border px-3 py-0.5 ${look}`}>{t(own ? "own" : word)}</span>
    </p>
  );
}

function Held({ held, name, self }: { held: HeldRole; name: string; self: Props["self"] }) {
  const t = useTranslations("people");
  const common = useTranslations("common");
  const [role, section] = [common(held.role), held.sectionName ?? t("wholeSite")];
  const keys = self !== null && held.role === "administrator" && !held.waits;
  return (
    <li className="flex min-h-11 items-center justify-between gap-2 py-1">
      <span className="min-w-0 break-words">
        <span className="font-semibold">{role}</span> <span className="text-ink-soft">· {section}</span>
        {held.waits ? (
          <span className="block text-sm text-warn">{t("roleWaitsUntil", { time: momentInWords(held.from) })}</span>
        ) : null}
        {keys && self.only ? <span className="block text-sm text-ink-soft">{t("onlyAdministrator")}</span> : null}
      </span>
      {keys && self.only ? null : (
        <AskButton
          action={endRole}
          input={{ grantId: held.id }}
          label={t("end")}
          named={`${t("end")}: ${role}, ${section}, ${name}`}
          title={t("endTitle")}
          about={t(keys ? "endOwnAbout" : held.waits ? "endWaitingAbout" : "endAbout", { name, role, section })}
          look="quiet"
        />
      )}
    </li>
  );
}
