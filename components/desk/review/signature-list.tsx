import { useTranslations } from "next-intl";
import type { LiveText } from "#features/desk/desk-document.ts";
import { momentOf } from "#lib/dates.ts";

type Props = Pick<LiveText, "signatures"> & { names: ReadonlyMap<number, string> };

/** Who confirmed a text, as what, in whose name and when. */
export function SignatureList({ signatures, names }: Props) {
  const t = useTranslations("desk.eyes");
  return (
    <ul className="space-y-1.5">
      {signatures.map(({ personId, forPersonId, kind, at }) => (
        <li key={`${kind}${personId}${at.getTime()}`}>
          {names.get(personId)}: {t(`kind.${kind}`)}
          {forPersonId === null ? "" : ` ${t("for", { name: names.get(forPersonId) ?? "" })}`}
          <span className="block text-ink-soft">{momentOf(at)}</span>
        </li>
      ))}
    </ul>
  );
}
