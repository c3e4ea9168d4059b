import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId } from "react";
import { type LowerEntry, SITE_LIMITS } from "#features/kinds/site.ts";
import { safeHref } from "#features/text/address.ts";
import { INPUT, Problem, problemIds } from "../fields/field-frame.tsx";
import { useTooLong } from "../fields/too-long.ts";
import { trueHostHint } from "../fields/true-host.ts";
import type { Option } from "../props.ts";
import { SmallButton } from "../small-button.tsx";
import { type Spot, STEPS, type Step } from "./steps.ts";

type Props = {
  spot: Spot;
  entry: LowerEntry;
  /** What it is called, by its own words or by what it leads to. */
  name: string;
  sections: readonly Option[];
  pages: readonly Option[];
  readOnly: boolean;
  /** Whether there is such a way for it. */
  may: (way: Step) => boolean;
  onType: (part: { words?: string; address?: string }) => void;
  onStep: (way: Step) => void;
  onRemove: () => void;
};

const SIGNS: Record<Step, string> = { up: "↑", down: "↓", indent: "→", outdent: "←" };
const KEYS: Record<string, Step> = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "indent", ArrowLeft: "outdent" };

/** One entry of the menu: where it leads, its own words, and the buttons that move it. */
export function MenuRow(props: Props) {
  const { spot, entry, name, sections, pages, readOnly, may, onType, onStep, onRemove } = props;
  const t = useTranslations("editor.menu");
  const editor = useTranslations("editor");
  const tooLong = useTooLong();
  const id = useId();
  const place = spot.low === null ? `${spot.top + 1}` : `${spot.top + 1}.${spot.low + 1}`;
  const target =
    entry.to === "link" ? null : (entry.to === "section" ? sections : pages).find((one) => one.id === entry.id);
  const isBad = entry.to === "link" && entry.address !== "" && safeHref(entry.address) === null;
  const problem = target === undefined ? t("lost") : isBad ? t("addressBad") : null;
  const tooMuch = tooLong(t("words", { place }), entry.words, SITE_LIMITS.words);
  const hint = entry.to === "link" ? trueHostHint(entry.address, editor) : undefined;

  function onKeyDown(event: KeyboardEvent): void {
    const way = event.altKey && !readOnly ? KEYS[event.key] : undefined;
    // In a field these keys are for its words.
    if (way === undefined || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    onStep(way);
  }

  return (
    <li
      data-spot={`${spot.top}.${spot.low ?? ""}`}
      className={`rounded border border-(--line) bg-(--field) p-2 ${spot.low === null ? "" : "ms-6 sm:ms-10"}`}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are of the buttons in it */}
      <div className="flex flex-wrap items-start gap-2" onKeyDown={onKeyDown}>
        <div className="min-w-0 grow basis-64 space-y-1.5">
          <p className="text-sm text-(--ink-soft)">
            <span className="font-semibold text-(--ink)">{t("place", { place })}</span>
            {" · "}
            {entry.to === "link"
              ? t("toLink")
              : t(entry.to === "section" ? "toSection" : "toPage", { name: target?.name ?? `#${entry.id}` })}
          </p>
          {entry.to === "link" ? (
            <>
              <Named words={t("addressBare")} />
              <input
                className={INPUT}
                data-control="address"
                aria-label={t("addressOf", { place })}
                placeholder={readOnly ? undefined : t("addressHint")}
                inputMode="url"
                value={entry.address}
                readOnly={readOnly}
                maxLength={SITE_LIMITS.link}
                {...problemIds(`${id}-problem`, problem)}
                onChange={(event) => onType({ address: event.target.value })}
              />
              {hint ? <p className="text-sm text-(--ink-soft)">{hint}</p> : null}
            </>
          ) : null}
          <Problem id={`${id}-problem`} problem={problem} />
          <Named words={t("wordsBare")} />
          <input
            className={INPUT}
            data-control="words"
            aria-label={t("words", { place })}
            placeholder={target ? t("wordsAs", { name: target.name }) : undefined}
            value={entry.words}
            readOnly={readOnly}
            {...problemIds(`${id}-words`, tooMuch)}
            onChange={(event) => onType({ words: event.target.value })}
          />
          <Problem id={`${id}-words`} problem={tooMuch} />
        </div>
        {readOnly ? null : (
          <div className="flex flex-wrap gap-1">
            {STEPS.map((way) => (
              <SmallButton
                key={way}
                data-control={way}
                className="min-w-11 px-2 aria-disabled:opacity-40"
                aria-label={t("step", { step: t(way), name })}
                title={t(way)}
                // Not `disabled`: whoever moved it to the end goes on from the same button.
                aria-disabled={!may(way)}
                onClick={() => onStep(way)}
              >
                <span aria-hidden="true">{SIGNS[way]}</span>
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
    </li>
  );
}

/** What a field is, over it: whoever hears the page hears of which entry as well. */
function Named({ words }: { words: string }) {
  return (
    <p aria-hidden="true" className="mb-0.5 text-sm text-(--ink-soft)">
      {words}
    </p>
  );
}
