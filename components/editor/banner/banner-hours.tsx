import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { HourField } from "#components/desk/moves/hour-field.tsx";
import type { BannerContent } from "#features/kinds/banner.ts";
import { hourToType, hourTyped } from "#features/kinds/hour.ts";
import { HOUR_MS } from "#lib/dates.ts";
import { SmallButton } from "../small-button.tsx";

type Hours = Pick<BannerContent, "begins" | "ends">;
type Props = {
  fields: Hours & Pick<BannerContent, "level">;
  /** Another one for each text that is put here as a whole: hours as they are typed begin anew. */
  loads: number;
  readOnly: boolean;
  onChange: (change: Partial<Hours>) => void;
};

/** How long from now on a banner is often shown, in hours. */
const OFTEN = [3, 6, 12, 24];

/** From when and until when it is shown. Only what is planned begins later. */
export function BannerHours({ fields: { level, begins, ends }, loads, readOnly, onChange }: Props) {
  const t = useTranslations("editor.banner");
  const id = useId();
  /** What the field holds already comes from it; what another one has set is put into it. */
  const [typed, setTyped] = useState(ends);
  const [sets, setSets] = useState(0);
  if (typed !== ends) {
    setTyped(ends);
    setSets(sets + 1);
  }
  return (
    <div className="space-y-4 [&_label]:font-medium [&_label]:text-sm">
      {level === "outage" ? (
        <div data-field="begins">
          <HourField
            key={loads}
            id={`${id}-begins`}
            label={t("begins")}
            begin={hourToType(begins)}
            readOnly={readOnly}
            onMeant={(moment, words) => onChange({ begins: hourTyped(moment, words) })}
          />
        </div>
      ) : null}
      <div data-field="ends" className="space-y-2">
        <HourField
          key={`${loads} ${sets}`}
          id={`${id}-ends`}
          label={t("ends")}
          begin={hourToType(ends)}
          readOnly={readOnly}
          onMeant={(moment, words) => {
            const said = hourTyped(moment, words);
            setTyped(said);
            onChange({ ends: said });
          }}
        />
        {readOnly ? null : (
          <fieldset className="flex flex-wrap gap-2">
            <legend className="sr-only">{t("forAll")}</legend>
            {OFTEN.map((hours) => (
              <SmallButton
                key={hours}
                className="text-sm"
                onClick={() =>
                  onChange({ ends: new Date(Math.ceil(Date.now() / 60_000) * 60_000 + hours * HOUR_MS).toISOString() })
                }
              >
                {t("for", { hours })}
              </SmallButton>
            ))}
          </fieldset>
        )}
      </div>
    </div>
  );
}
