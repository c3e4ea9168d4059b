import { useTranslations } from "next-intl";
import type { Envelope } from "#features/mail/types.ts";
import { momentInWords } from "#lib/dates.ts";

const LOOKS: Record<Envelope["state"], string> = {
  ...{ waiting: "text-ink", sending: "text-ink", sent: "text-ok" },
  ...{ failed: "text-danger", kept: "text-warn", dropped: "text-ink-soft" },
};

/** The envelopes of a site's messages: to whom, why, and what came of each. */
export function OutboxList({ mails }: { mails: readonly Envelope[] }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-field">
      {mails.map((mail) => (
        <OneEnvelope key={mail.id} mail={mail} />
      ))}
    </ul>
  );
}

function OneEnvelope({ mail }: { mail: Envelope }) {
  const t = useTranslations("mail");
  const { name, email, kinds, state, trouble } = mail;
  return (
    <li className="grid gap-x-6 gap-y-1 px-4 py-3 break-words sm:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="min-w-0">
        <p>
          <span className="font-semibold">{name}</span> <span className="text-ink-soft">{email}</span>
        </p>
        <p>{kinds.map((kind) => t(`kinds.${kind}`, { What: t("anything") })).join("; ")}</p>
        <p className="text-sm text-ink-soft">{useWhen(mail)}</p>
      </div>
      <div className="min-w-0">
        <p className={`font-semibold text-balance ${LOOKS[state]}`}>{t(`outbox.state.${state}`)}</p>
        {state === "failed" && trouble ? <p className="text-sm">{trouble}</p> : null}
      </div>
    </li>
  );
}

function useWhen({ state, queuedAt, dueAt, leftAt }: Envelope): string {
  const t = useTranslations("mail.outbox");
  const queued = t("queued", { at: momentInWords(queuedAt) });
  if (state === "waiting") return `${queued}, ${t("due", { at: momentInWords(dueAt) })}`;
  if (leftAt === null || state === "failed" || state === "dropped") return queued;
  const left = momentInWords(leftAt);
  // Most leave at once.
  return left === momentInWords(queuedAt)
    ? queued
    : `${queued}, ${t(state === "kept" ? "kept" : "left", { at: left })}`;
}
