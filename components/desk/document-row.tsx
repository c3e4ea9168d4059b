import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Line } from "#features/desk/lines.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import { momentOf } from "#lib/dates.ts";
import { StateBadges } from "./state-badges.tsx";

type Props = {
  line: Line;
  href: string;
  /** Why it is in this list, when the state alone does not say it. */
  why?: ReactNode;
  note?: ReactNode;
  /** What is said of where it stands before the badges; they need not say it again. */
  said?: string;
  /** The list itself says where its articles stand. */
  plain?: boolean;
  /** Where it is for readers, if the list says it otherwise than by its section. */
  place?: string;
  /** Its dates, where the list tells them apart. */
  dates?: ReactNode;
};

/** A document in a list: the whole width is the target of a thumb. */
export function DocumentRow({ line, href, why, note, said, plain = false, place, dates }: Props) {
  const t = useTranslations("desk");
  const kinds = useTranslations("terms.kinds");
  return (
    <li className="relative border-b border-line py-3 last:border-b-0 hover:bg-paper sm:-mx-4 sm:px-4">
      {why ? <p className="text-sm font-semibold text-warn">{why}</p> : null}
      <p className="font-semibold break-words">
        <Link href={href} prefetch={false} className="after:absolute after:inset-0 hover:underline">
          {line.title || t("noHeadline")}
        </Link>
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        {plain ? null : <StateBadges of={line} said={said} />}
        <span>{place ?? (kindOf(line).section === null ? kinds(line.kind) : (line.section ?? t("noSection")))}</span>
        {dates === undefined ? (
          <span>
            {line.by} · {momentOf(line.at)}
          </span>
        ) : (
          <>
            <span>{line.by}</span>
            {dates}
          </>
        )}
        {line.dueAt && !plain ? (
          <span className="font-semibold text-ink">{t("due", { at: momentOf(line.dueAt) })}</span>
        ) : null}
      </p>
      {note ? <p className="mt-1 text-sm">{note}</p> : null}
    </li>
  );
}
