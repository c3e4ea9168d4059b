import { useTranslations } from "next-intl";
import { Note } from "#components/ui/note.tsx";
import type { Tombstone as Left } from "#features/library/types.ts";
import { momentOf } from "#lib/dates.ts";
import { DeedList } from "./deed-list.tsx";
import { Fact } from "./fact.tsx";

/** What is left of a file that was erased. */
export function Tombstone({ file: { sha256, number, at, deeds, isSwept } }: { file: Left }) {
  const t = useTranslations("library.going");
  return (
    <div className="space-y-5">
      <Note look="warning">{t("erased", { number, at: momentOf(at) })}</Note>
      <section aria-labelledby="left" className="rounded-lg border border-line bg-field px-4 py-3">
        <h2 id="left" className="mb-1 text-lg font-bold">
          {t("left")}
        </h2>
        <dl className="divide-y divide-line">
          <Fact name={t("hash")}>
            <span className="font-mono text-sm break-all">{sha256}</span>
          </Fact>
          <Fact name={t("bytes")}>{t(isSwept ? "swept" : "sweeping")}</Fact>
        </dl>
        <DeedList deeds={deeds} />
      </section>
    </div>
  );
}
