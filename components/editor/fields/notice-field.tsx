import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { HourField } from "#components/desk/moves/hour-field.tsx";
import { hourToType, hourTyped } from "#features/kinds/hour.ts";
import { SITE_LIMITS, type SiteContent } from "#features/kinds/site.ts";
import { SmallButton } from "../small-button.tsx";
import { LinesField } from "./line-field.tsx";

type Notice = SiteContent["notice"];
type Props = {
  notice: Notice;
  /** Another one for each text that is put here as a whole: the hour as it is typed begins anew. */
  loads: number;
  readOnly: boolean;
  onChange: (change: { notice: Notice }) => void;
};

/** The bar above everything: its words, and when it ends. An hour that cannot be read is kept as it was typed, and is a gap. */
export function NoticeField({ notice, loads, readOnly, onChange }: Props) {
  const t = useTranslations("editor.site");
  const id = useId();
  /** The hour is typed in a field of its own, which is emptied with the words. */
  const [clears, setClears] = useState(0);
  const { words, until } = notice;
  const change = (part: Partial<Notice>) => onChange({ notice: { ...notice, ...part } });
  return (
    <div className="space-y-3" data-field="notice">
      <LinesField
        {...{ readOnly }}
        label={t("noticeWords")}
        value={words}
        most={SITE_LIMITS.notice}
        rows={3}
        onType={(typed) => change({ words: typed })}
      />
      {/* Its label as those of the fields beside it. */}
      <div className="[&_label]:text-sm [&_label]:font-medium">
        <HourField
          key={`${loads} ${clears}`}
          id={`${id}-until`}
          label={t("noticeUntil")}
          begin={hourToType(until)}
          readOnly={readOnly}
          onMeant={(moment, words) => change({ until: hourTyped(moment, words) })}
        />
      </div>
      {readOnly || (words === "" && until === null) ? null : (
        <SmallButton
          className="text-sm"
          onClick={() => {
            change({ words: "", until: null });
            setClears(clears + 1);
          }}
        >
          {t("noticeClear")}
        </SmallButton>
      )}
    </div>
  );
}
