import { useTranslations } from "next-intl";
import { DocumentRow } from "#components/desk/document-row.tsx";
import { pageOf } from "#components/desk/home-lists.tsx";
import { ListCard } from "#components/desk/list-card.tsx";
import { OlderPages } from "#components/desk/older-pages.tsx";
import { libraryFilePath } from "#features/addresses/desk.ts";
import type { FileUse, FileUses } from "#features/library/uses.ts";
import { dayOf, momentOf } from "#lib/dates.ts";

type Props = FileUses & {
  sha256: string;
  /** From which document on these are; null at the newest. */
  before: number | null;
  /** Whether it is kept from readers, whatever text of theirs names it. */
  kept?: boolean;
};

/** The documents that name a file, the newest first: in which of their texts, and since when. */
export function UsesList({ uses, unseen, next, sha256, before, kept = false }: Props) {
  const t = useTranslations("library.uses");
  const nowhere = uses.length === 0 && unseen > 0 ? t("unseen", { count: unseen }) : t("none");
  return (
    <>
      <ListCard
        id="uses"
        title={t("title")}
        empty={nowhere}
        {...(uses.length > 0 && unseen > 0 ? { rest: t("unseen", { count: unseen }) } : {})}
      >
        {uses.map((use) => (
          <DocumentRow
            key={use.line.id}
            line={use.line}
            href={pageOf(use.line)}
            dates={null}
            note={
              <span className="flex flex-wrap gap-x-4 gap-y-1">
                <Places use={use} isKept={kept} />
              </span>
            }
          />
        ))}
      </ListCard>
      <OlderPages
        path={libraryFilePath(sha256)}
        isOlder={before !== null}
        next={next}
        words={{ pages: t("pages"), newest: t("newest"), older: t("older") }}
      />
    </>
  );
}

function Places({ use: { liveSince, sentAt, draftSince, outSince, kept }, isKept }: { use: FileUse; isKept: boolean }) {
  const t = useTranslations("library.uses");
  return (
    <>
      {liveSince === null ? null : (
        <span className={`font-semibold ${isKept ? "text-warn" : "text-ok"}`}>
          {t(isKept ? "liveWithout" : "live", { at: momentOf(liveSince) })}
        </span>
      )}
      {sentAt === null ? null : <span>{t("sent", { at: momentOf(sentAt) })}</span>}
      {/* What was sent is what was written last. */}
      {draftSince === null || sentAt !== null ? null : <span>{t("draft", { at: momentOf(draftSince) })}</span>}
      {outSince === null ? null : <span>{t("out", { at: momentOf(outSince) })}</span>}
      {kept === null ? null : (
        <span>{t("kept", { count: kept.count, first: dayOf(kept.first), last: dayOf(kept.last) })}</span>
      )}
    </>
  );
}
