import { useTranslations } from "next-intl";
import type { ComponentProps, KeyboardEvent } from "react";
import { type Band, FRONT_LIMITS, WITH_RULE } from "#features/kinds/front.ts";
import { ChoiceField } from "../fields/choice-field.tsx";
import { FieldFrame, INPUT } from "../fields/field-frame.tsx";
import { useTooLong } from "../fields/too-long.ts";
import type { Option, SectionOption } from "../props.ts";
import { SmallButton } from "../small-button.tsx";
import { slotsToChoose } from "./band-steps.ts";
import { RuleField } from "./rule-field.tsx";
import { TilesField } from "./tiles-field.tsx";

type Props = {
  band: Band;
  at: number;
  of: number;
  name: string;
  sections: readonly SectionOption[];
  tags: readonly Option[];
  topics: readonly Option[];
  ofSection: boolean;
  readOnly: boolean;
  handle: ComponentProps<"span">;
  onChange: (part: Partial<Band>) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
};

const WAYS = [
  { way: "up", by: -1, sign: "↑" },
  { way: "down", by: 1, sign: "↓" },
] as const;

/** One band: what it is, what it is called, from where it takes its articles, and how many. */
export function BandRow(props: Props) {
  const { band, at, of, name, sections, tags, topics, ofSection, readOnly, handle, onChange, onMove, onRemove } = props;
  const t = useTranslations("editor.front");
  const tooLong = useTooLong();

  function onKeyDown(event: KeyboardEvent): void {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (!event.altKey || by === 0 || readOnly) return;
    // In a list of choices these keys are for its choices, in a field for its words.
    if (!(event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    onMove(at + by);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are of the buttons in it
    <div className="space-y-3" onKeyDown={onKeyDown}>
      <div className="flex flex-wrap items-center gap-2">
        {readOnly ? null : (
          <span
            {...handle}
            className="cursor-grab px-1 text-(--ink-soft) max-sm:hidden"
            title={t("drag")}
            aria-hidden="true"
          >
            ⠿
          </span>
        )}
        <h3 className="min-w-0 grow font-semibold">{t("place", { place: at + 1, name })}</h3>
        {readOnly ? null : (
          <div className="flex gap-1">
            {WAYS.map(({ way, by, sign }) => (
              <SmallButton
                key={way}
                data-control={way}
                className="min-w-11 px-2 aria-disabled:opacity-40"
                aria-label={t("step", { step: t(way), name })}
                title={t(way)}
                // Not `disabled`: whoever moved it to the end goes on from the same button.
                aria-disabled={at + by < 0 || at + by >= of}
                onClick={() => onMove(at + by)}
              >
                <span aria-hidden="true">{sign}</span>
              </SmallButton>
            ))}
            <SmallButton
              data-control="remove"
              className="min-w-11 px-2"
              aria-label={t("step", { step: t("remove"), name })}
              title={t("remove")}
              onClick={onRemove}
            >
              <span aria-hidden="true">✕</span>
            </SmallButton>
          </div>
        )}
      </div>
      <p className="text-sm text-(--ink-soft)">{t(`about.${band.template}`)}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {band.template === "sections" ? null : (
          <FieldFrame label={t("title")} problem={tooLong(t("title"), band.title, FRONT_LIMITS.bandTitle)}>
            {(ids) => (
              <input
                {...ids}
                data-control="title"
                className={INPUT}
                value={band.title}
                placeholder={readOnly ? undefined : t("titleBare")}
                readOnly={readOnly}
                onChange={(event) => onChange({ title: event.target.value })}
              />
            )}
          </FieldFrame>
        )}
        {WITH_RULE.includes(band.template) ? (
          <RuleField rule={band.rule} {...{ sections, tags, topics, ofSection, readOnly, onChange }} />
        ) : null}
        {band.template === "tiles" ? null : (
          <ChoiceField
            label={t(band.template === "sections" || band.template === "most_read" ? "slotsEach" : "slots")}
            value={band.slots}
            readOnly={readOnly}
            onChoose={(chosen) => onChange({ slots: Number(chosen) })}
          >
            {slotsToChoose(band.template).map((count) => (
              <option key={count} value={count}>
                {count}
              </option>
            ))}
          </ChoiceField>
        )}
      </div>
      {band.template === "tiles" ? <TilesField tiles={band.tiles} readOnly={readOnly} onChange={onChange} /> : null}
    </div>
  );
}
