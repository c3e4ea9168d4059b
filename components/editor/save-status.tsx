import { useTranslations } from "next-intl";
import { Actions } from "#components/ui/actions.tsx";
import { loginPath } from "#features/addresses/desk.ts";
import { clockTime } from "./save/clock-time.ts";
import type { Shown } from "./save/saver.ts";
import { unsaved } from "./save/state.ts";
import { SMALL_BUTTON, SmallButton } from "./small-button.tsx";

type Props = {
  /** What the text is called in a sentence: "Bài". */ what: string;
  shown: Shown;
  onRetry: () => void;
  onCompare: () => void;
};

/** Where the words are right now, always in sight; screen readers hear changes that matter. */
export function SaveStatus({ what, shown, onRetry, onCompare }: Props) {
  const t = useTranslations("editor.status");
  const { kind, kept } = shown;
  const calm = kind === "clean" || kind === "dirty" || kind === "saving";
  const quiet = calm && kept !== false;
  return (
    <div
      className={`flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 text-sm max-sm:min-h-5 max-sm:text-xs ${quiet ? "text-(--ink-soft)" : "font-medium text-(--warn)"}`}
    >
      <p role={quiet ? undefined : "alert"} data-save={kind}>
        {calm ? (
          <Saved shown={shown} />
        ) : kind === "refused" ? (
          t("refused", { sentence: shown.sentence ?? "" })
        ) : (
          t(kind, { what })
        )}
        {kept === false ? ` ${t("notKept")}` : null}
        {kept && !calm && unsaved(shown) ? ` ${t("keptHere")}` : null}
      </p>
      {kind === "conflict" ? (
        <SmallButton onClick={onCompare}>{t("compare")}</SmallButton>
      ) : kind === "signed_out" ? (
        <Actions
          inList
          main={
            <a className={SMALL_BUTTON} href={loginPath} target="_blank" rel="noreferrer">
              {t("signIn")}
            </a>
          }
          others={<SmallButton onClick={onRetry}>{t("retry")}</SmallButton>}
        />
      ) : kind === "offline" || kind === "other_person" ? (
        <SmallButton onClick={onRetry}>{t("retry")}</SmallButton>
      ) : null}
    </div>
  );
}

function Saved({ shown: { kind, savedAt, savedBy } }: { shown: Shown }) {
  const t = useTranslations("editor.status");
  if (kind === "saving") return t("saving");
  if (kind === "dirty") return t("dirty");
  if (savedAt === null) return t("new");
  // the clock is the reader's: the server may be on the other side of midnight
  return (
    <span suppressHydrationWarning>
      {savedBy === null ? t("saved", clockTime(savedAt)) : t("savedBy", { name: savedBy, ...clockTime(savedAt) })}
    </span>
  );
}
