import { useTranslations } from "next-intl";
import { Actions } from "#components/ui/actions.tsx";
import { Note } from "#components/ui/note.tsx";
import type { FilePage } from "#features/library/types.ts";
import { dayOf, momentOf } from "#lib/dates.ts";
import { BesideList } from "./along-files.tsx";
import { DeedList } from "./deed-list.tsx";
import { GoingPress, type GoingPressName } from "./going-press.tsx";

type Props = { file: FilePage };

/** That a file is hidden, in the bin, or shall be erased: by whom, since when and why. Above everything else of it. */
export function WhereItIs({ file: { going } }: Props) {
  const t = useTranslations("library.going");
  const { hidden, binned, asked } = going;
  if (!hidden && !binned && !asked) return null;
  return (
    <div className="mb-4 space-y-2">
      {asked ? (
        <Note look="warning">
          {t("asked", { by: asked.by ?? "", at: momentOf(asked.at) })} {t("because", { reason: asked.reason })}
        </Note>
      ) : null}
      {hidden ? (
        <Note look="warning">
          {t("hidden", { by: hidden.by ?? "", at: momentOf(hidden.at) })} {t("because", { reason: hidden.reason })}
        </Note>
      ) : null}
      {binned ? (
        <Note look="warning">
          {t("binned", { by: binned.by ?? "", at: momentOf(binned.at), until: dayOf(binned.until) })}
        </Note>
      ) : null}
    </div>
  );
}

/** What may be done that a file goes, or comes back, and what was done. Absent where there is neither. */
export function FileGoing({ file }: Props) {
  const t = useTranslations("library.going");
  const { may, going, sha256, used, beside } = file;
  const press = (name: GoingPressName, isPlain = false) =>
    may[name] ? <GoingPress {...{ press: name, sha256, beside, isPlain }} /> : null;
  const [first, ...rest] = (["erase", "restore", "show"] as const).filter((name) => may[name]);
  const isAny = Object.values(may).some(Boolean);
  if (!isAny && going.deeds.length === 0 && beside.length === 0) return null;
  return (
    <section aria-labelledby="going" className="space-y-3 rounded-lg border border-line bg-field px-4 py-3">
      <h2 id="going" className="text-lg font-bold">
        {t("title")}
      </h2>
      {used && file.mayChange && going.binned === null ? <p className="text-sm text-ink-soft">{t("inUse")}</p> : null}
      {isAny ? (
        <Actions
          main={first ? press(first) : null}
          others={
            <>
              {rest.map((name) => (
                <GoingPress key={name} press={name} {...{ sha256, beside }} isPlain />
              ))}
              {press("withdraw")}
              {press("hide")}
            </>
          }
          danger={
            <>
              {press("bin", true)}
              {press("ask", true)}
            </>
          }
        />
      ) : null}
      <BesideList beside={beside} />
      <DeedList deeds={going.deeds} />
    </section>
  );
}
