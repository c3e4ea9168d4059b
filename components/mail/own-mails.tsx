import type { OwnMail } from "#features/mail/types.ts";
import { momentInWords } from "#lib/dates.ts";

/** Somebody's messages, each to be opened. */
export function OwnMails({ mails }: { mails: readonly OwnMail[] }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-field">
      {mails.map((mail) => (
        <OneMail key={mail.id} mail={mail} />
      ))}
    </ul>
  );
}

function OneMail({ mail: { subject, words, leftAt } }: { mail: OwnMail }) {
  return (
    <li>
      <details className="group">
        <summary className="flex min-h-11 list-none items-baseline gap-2 px-4 py-3">
          <span aria-hidden="true" className="w-3 shrink-0 text-ink-soft group-open:rotate-90">
            ▸
          </span>
          <span className="min-w-0 break-words">
            <span className="block font-semibold">{subject}</span>
            {leftAt ? <span className="block text-sm text-ink-soft">{momentInWords(leftAt)}</span> : null}
          </span>
        </summary>
        <div className="space-y-3 px-4 pb-4 pl-9 break-words">
          {(words ?? "").split("\n\n").map((paragraph) => (
            <p key={paragraph}>{withLink(paragraph)}</p>
          ))}
        </div>
      </details>
    </li>
  );
}

/** An address at the end of a paragraph can be followed. */
function withLink(paragraph: string) {
  const [, before, address] = /^(.*?)(https?:\/\/\S+)$/s.exec(paragraph) ?? [];
  if (!address) return paragraph;
  return (
    <>
      {before}
      <a className="text-accent underline underline-offset-4" href={address}>
        {address}
      </a>
    </>
  );
}
