import Link from "next/link";
import { useTranslations } from "next-intl";
import { ListCard } from "#components/desk/list-card.tsx";
import { LINK } from "#components/ui/button-class.ts";
import { libraryFilePath } from "#features/addresses/desk.ts";
import { dayOfLicence } from "#features/files/rights.ts";
import { fileFilterOf, libraryAddress } from "#features/library/filter.ts";
import type { Ended } from "#features/library/types.ts";

/** Pictures that readers have though their licence has ended: nobody takes them down but the people who read this. */
export function EndedCard({ files, total }: { files: readonly Ended[]; total: number }) {
  const t = useTranslations("rights");
  const all = libraryAddress({ ...fileFilterOf({}), right: "ended", use: "live" });
  return (
    <ListCard
      id="ended"
      title={t("live.home")}
      count={total}
      empty=""
      rest={
        total > files.length ? (
          <Link href={all} prefetch={false} className={LINK}>
            {t("live.homeMore")}
          </Link>
        ) : undefined
      }
    >
      {files.map(({ sha256, called, end }) => (
        <li key={sha256} className="relative py-3 hover:bg-paper sm:-mx-4 sm:px-4">
          <p className="text-sm font-semibold text-danger">{t("ended", { day: dayOfLicence(end) })}</p>
          <Link
            href={libraryFilePath(sha256)}
            prefetch={false}
            className="font-semibold break-words after:absolute after:inset-0 hover:underline"
          >
            {called || t("set.untitled")}
          </Link>
        </li>
      ))}
    </ListCard>
  );
}
