import { useTranslations } from "next-intl";
import { calledOf } from "#components/desk/called.ts";
import { Details } from "#components/ui/details.tsx";
import type { DeskDocument, LiveText } from "#features/desk/desk-document.ts";
import type { KindName } from "#features/kinds/kinds.ts";
import { SignatureList } from "./signature-list.tsx";

type Props = Pick<DeskDocument, "names" | "hash"> & {
  kind: KindName;
  /** Of the text that is shown: the one being written, or the one that readers have. */
  record: Pick<LiveText, "contributors" | "signatures"> | null;
  /** What is said where nobody has changed anything. */
  nobody: string;
};

/** Who wrote the text, who has confirmed it and when, and which text exactly. */
export function EyesCard({ kind, record, names, hash, nobody }: Props) {
  const t = useTranslations("desk.eyes");
  return (
    <dl className="space-y-3 text-sm">
      {record === null ? null : (
        <>
          <div>
            <dt className="font-semibold text-ink-soft">{t("contributors", calledOf(kind))}</dt>
            <dd>
              {record.contributors.length === 0 ? nobody : record.contributors.map((id) => names.get(id)).join(", ")}
            </dd>
          </div>
          <div>
            <dt className="font-semibold text-ink-soft">{t("confirmed")}</dt>
            <dd>
              {record.signatures.length === 0 ? (
                t("nobodyYet")
              ) : (
                <SignatureList signatures={record.signatures} names={names} />
              )}
            </dd>
          </div>
        </>
      )}
      {hash ? (
        <div>
          <dt className="font-semibold text-ink-soft">{t("hash")}</dt>
          <dd>
            <Details>
              <code className="break-all">{hash}</code>
              <p className="mt-1 text-ink-soft">{t("hashAbout")}</p>
            </Details>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
