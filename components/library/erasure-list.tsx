import Link from "next/link";
import { useTranslations } from "next-intl";
import { LINK } from "#components/ui/button-class.ts";
import { libraryFilePath } from "#features/addresses/desk.ts";
import type { ErasureWaiting } from "#features/library/types.ts";
import { momentOf } from "#lib/dates.ts";

/** Erasures that wait for a second person, on the homes of those who decide. Nothing when there is nothing. */
export function ErasureList({ erasures }: { erasures: readonly ErasureWaiting[] }) {
  const t = useTranslations("library.going");
  const list = useTranslations("library.list");
  if (erasures.length === 0) return null;
  return (
    <section className="space-y-3 rounded-lg border-2 border-warn bg-field p-4" aria-labelledby="erasures-title">
      <h2 id="erasures-title" className="text-lg font-bold">
        {t("waitingTitle")}
      </h2>
      <ul className="divide-y divide-line">
        {erasures.map(({ id, sha256, name, caption, by, at, reason, mayErase, isMine }) => (
          <li key={id} className="space-y-1 py-3 break-words">
            <p className="font-semibold">
              <Link prefetch={false} href={libraryFilePath(sha256)} className={LINK}>
                {caption || name || list("untitled")}
              </Link>
            </p>
            <p>{t("because", { reason })}</p>
            <p className="text-sm text-ink-soft">
              {t("askedBy", { by, at: momentOf(at) })}{" "}
              {t(mayErase ? "waitsForYou" : isMine ? "waitsForAnother" : "waitsForApprover")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
