import { useTranslations } from "next-intl";
import type { DeskArticle } from "#features/workflow/desk-article.ts";

type Props = Pick<DeskArticle, "eyes" | "names" | "hash" | "isApprover"> & {
  /** The text waits for a decision now. */
  deciding: boolean;
};

/** Who wrote the text, who has confirmed it, whose words still wait, and which text exactly. */
export function EyesCard({ eyes, names, hash, isApprover, deciding }: Props) {
  const t = useTranslations("desk.eyes");
  const list = (ids: readonly number[]) => ids.map((id) => names.get(id)).join(", ");
  return (
    <dl className="space-y-3 text-sm">
      {eyes === null ? null : (
        <>
          <div>
            <dt className="font-semibold text-ink-soft">{t("contributors")}</dt>
            <dd>{eyes.contributors.length === 0 ? t("nobody") : list(eyes.contributors)}</dd>
          </div>
          <div>
            <dt className="font-semibold text-ink-soft">{t("confirmed")}</dt>
            <dd>{eyes.confirmedBy.length === 0 ? t("nobodyYet") : list(eyes.confirmedBy.map((c) => c.personId))}</dd>
          </div>
          {deciding && isApprover && !eyes.wouldHold ? (
            <div className="font-semibold text-warn">
              <dt className="sr-only">{t("waiting")}</dt>
              <dd>
                {eyes.stillWaiting.length > 0 ? t("waitsFor", { names: list(eyes.stillWaiting) }) : t("needsOther")}
              </dd>
            </div>
          ) : null}
        </>
      )}
      {hash ? (
        <div>
          <dt className="font-semibold text-ink-soft">{t("hash")}</dt>
          <dd>
            <details>
              <summary className="min-h-9 py-1">
                <code title={hash}>{hash.slice(0, 12)}…</code>
              </summary>
              <code className="break-all">{hash}</code>
              <p className="mt-1 text-ink-soft">{t("hashAbout")}</p>
            </details>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
