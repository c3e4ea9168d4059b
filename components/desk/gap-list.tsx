import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { libraryFilePath } from "#features/addresses/desk.ts";
import type { Gap } from "#features/text/gaps.ts";

type Props = {
  gaps: readonly Gap[];
  /** Where the text can be typed: a gap then leads to its place. Absent where it can only be read. */
  onGoTo?: (gap: Gap) => void;
};

const GROUPS = ["submit", "publish", "advice"] as const;
const LOOKS = { submit: "text-danger", publish: "text-warn", advice: "text-ink-soft" } as const;

/** Everything that is missing, all at once, by what it stands in the way of. */
export function GapList({ gaps, onGoTo }: Props) {
  const t = useTranslations("desk.gaps");
  if (gaps.length === 0) return <p className="text-sm text-ok">{t("none")}</p>;
  return (
    <div className="space-y-3">
      {GROUPS.map((group) => {
        const those = gaps.filter(({ blocks }) => blocks === group);
        if (those.length === 0) return null;
        return (
          <div key={group}>
            <h3 className={`text-sm font-semibold ${LOOKS[group]}`}>{t(group)}</h3>
            <ul className="mt-1 list-disc space-y-1 pl-5 text-sm">
              {those.map((gap) => (
                <li key={`${gap.field}${gap.blockId}${gap.sentence}`}>
                  {onGoTo ? (
                    <button
                      type="button"
                      className="py-1 text-left align-top underline max-sm:py-2.5 underline-offset-4 hover:text-accent"
                      onClick={(event: MouseEvent) => {
                        event.preventDefault();
                        onGoTo(gap);
                      }}
                    >
                      {gap.sentence}
                    </button>
                  ) : (
                    gap.sentence
                  )}
                  {gap.rightsOf === undefined ? null : (
                    <>
                      {" "}
                      <a
                        className="inline-block py-1 text-accent underline underline-offset-4 max-sm:py-2.5"
                        href={libraryFilePath(gap.rightsOf)}
                        target="_blank"
                        rel="noreferrer"
                      >
                        {t("toFile")}
                      </a>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
