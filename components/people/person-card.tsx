import { useTranslations } from "next-intl";
import { Actions } from "#components/ui/actions.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { passwordPath } from "#features/addresses/desk.ts";
import { endRole, switchOff, switchOn } from "#features/people/actions.ts";
import type { Account, HeldRole, SectionOption } from "#features/people/types.ts";
import { momentInWords } from "#lib/dates.ts";
import { AskButton } from "./ask-button.tsx";
import { GiveRoleForm } from "./give-role-form.tsx";
import { ResetButton } from "./reset-button.tsx";

type Props = {
  person: Account;
  places: readonly SectionOption[];
  /** For the account of whoever looks, and whether nobody else administers the site. */
  self: { only: boolean } | null;
  /** Who was looked for alone needs not be opened first. */
  opened: boolean;
};

/** One person: a row that says who they are, what they hold and how their account stands; all that can be done is folded in it. */
export function PersonCard({ person, places, self, opened }: Props) {
  return (
    <li className="border-b border-line last:border-b-0">
      <details className="group" open={opened}>
        <PersonRow person={person} own={self !== null} />
        <PersonBody person={person} places={places} self={self} />
      </details>
    </li>
  );
}

/** On a narrow screen the state stands beside the name and the roles below; nothing is wider than the screen. */
function PersonRow({ person, own }: { person: Account; own: boolean }) {
  const t = useTranslations("people");
  const common = useTranslations("common");
  const roles = [...new Set(person.roles.map(({ role }) => common(role)))];
  return (
    <summary className="grid min-h-14 cursor-pointer list-none grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-2 hover:bg-paper group-open:bg-paper sm:grid-cols-[minmax(0,5fr)_minmax(0,3fr)_10rem] [&::-webkit-details-marker]:hidden">
      <div className="min-w-0">
        <h3 className="truncate font-bold">{person.name}</h3>
        <p className="truncate text-sm text-ink-soft">{person.email}</p>
      </div>
      <p className="truncate text-sm max-sm:order-last max-sm:col-span-2">
        {roles.length === 0 ? t("noRole") : roles.join(", ")}
      </p>
      <State person={person} own={own} />
    </summary>
  );
}

function PersonBody({ person, places, self }: Omit<Props, "opened">) {
  const t = useTranslations("people");
  const { id, name } = person;
  return (
    <div className="space-y-3 px-4 pt-1 pb-4">
      <p className="text-sm text-ink-soft">
        {person.lastSeenAt ? t("lastSeen", { time: momentInWords(person.lastSeenAt) }) : t("neverSeen")}
      </p>
      <ul className="divide-y divide-line">
        {person.roles.map((held) => (
          <Held key={held.id} held={held} name={name} self={self} />
        ))}
      </ul>
      <div className="border-t border-line pt-3">
        <Actions
          inList
          main={
            <details className="open:w-full open:text-right">
              <summary className={buttonClass("plain", "cursor-pointer max-sm:px-3")}>{t("addRole")}</summary>
              <div className="mt-2 rounded-md border border-line p-4 text-left">
                <GiveRoleForm personId={id} places={places} />
              </div>
            </details>
          }
          others={
            self ? (
              <a className={buttonClass()} href={passwordPath}>
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
              <ResetButton personId={id} name={name} />
            )
          }
          danger={
            self || person.switchedOff ? null : (
              <AskButton
                action={switchOff}
                input={{ personId: id }}
                label={t("switchOff")}
                title={t("switchOffTitle", { name })}
                about={t("switchOffAbout", { name })}
                look="danger"
              />
            )
          }
        />
      </div>
    </div>
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
    <p className="text-right text-sm">
      {person.demo ? <span className="block text-ink-soft">{t("demo")}</span> : null}
      <span className={`inline-block rounded-full border px-3 py-0.5 font-semibold whitespace-nowrap ${look}`}>
        {t(own ? "own" : word)}
      </span>
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
