import Link from "next/link";
import { useTranslations } from "next-intl";
import { batchPath } from "#features/addresses/desk.ts";
import type { Batch } from "#features/importing/batch.ts";
import { momentInWords } from "#lib/dates.ts";

/** Every run of the import that this person may look at; those that wait first. */
export function BatchList({ batches }: { batches: readonly Batch[] }) {
  const t = useTranslations("import");
  if (batches.length === 0) return <p>{t("none")}</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {batches.map((batch) => (
        <li key={batch.id} className="space-y-1 py-3">
          <Link
            prefetch={false}
            href={batchPath(batch.id)}
            className="font-semibold text-accent underline underline-offset-4"
          >
            {t("batch", { id: String(batch.id) })}
          </Link>
          <BatchFacts batch={batch} />
        </li>
      ))}
    </ul>
  );
}

export function BatchFacts({ batch }: { batch: Batch }) {
  const t = useTranslations("import");
  const { total, waiting, live, returned, waitingForMe, confirmedAt, confirmedBy } = batch;
  return (
    <div className="text-sm text-ink-soft">
      <p>{t("madeBy", { name: batch.madeBy, moment: momentInWords(batch.madeAt) })}</p>
      <p>{t("counts", { total, waiting, live, returned })}</p>
      {confirmedAt && waiting === 0 ? (
        <p>{t("confirmedBy", { name: confirmedBy ?? "", moment: momentInWords(confirmedAt) })}</p>
      ) : null}
      {waitingForMe > 0 ? <p className="font-semibold text-warn">{t("waitsForMe", { count: waitingForMe })}</p> : null}
    </div>
  );
}
