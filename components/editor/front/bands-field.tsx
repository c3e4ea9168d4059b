import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { type Band, SECTION_TEMPLATES, TEMPLATES, type Template, usualBands } from "#features/kinds/front.ts";
import { ChoiceField } from "../fields/choice-field.tsx";
import { useGoingOn } from "../fields/use-going-on.ts";
import type { Option, SectionOption } from "../props.ts";
import { SmallButton } from "../small-button.tsx";
import { BandRow } from "./band-row.tsx";
import { added, changed, isFull, moved, removed } from "./band-steps.ts";
import { useDrag } from "./use-drag.ts";

type Props = {
  bands: readonly Band[];
  sectionId: number | null;
  sections: readonly SectionOption[];
  tags: readonly Option[];
  topics: readonly Option[];
  readOnly: boolean;
  onChange: (change: { bands: Band[] }) => void;
};

/** The bands of a front in their order. What is done to them is said to whoever does not see it. */
export function BandsField({ bands, sectionId, sections, tags, topics, readOnly, onChange }: Props) {
  const t = useTranslations("editor.front");
  const called = useTranslations("desk.changes.templates");
  const list = useRef<HTMLOListElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const goOnAt = useGoingOn();
  const [said, setSaid] = useState("");
  const [taken, setTaken] = useState<readonly Band[] | null>(null);
  const [template, setTemplate] = useState<Template | "">("");
  const templates = sectionId === null ? TEMPLATES : SECTION_TEMPLATES;
  const nameOf = (band: Band | undefined) => (band ? band.title || called(band.template) : "");

  function put(next: readonly Band[], words: string, before: readonly Band[] | null = null): void {
    setSaid(words);
    setTaken(before);
    onChange({ bands: [...next] });
  }

  /** The work goes on in a band. */
  function goOn(at: number, control: string): void {
    goOnAt(() => list.current?.querySelector<HTMLElement>(`[data-band="${at}"] [data-control="${control}"]`));
  }

  function move(from: number, to: number): void {
    const name = nameOf(bands[from]);
    const next = moved(bands, from, to);
    if (next === null) {
      setSaid(t("cannot", { name }));
      return;
    }
    put(next, t("movedTo", { name, at: to + 1, of: bands.length }));
    goOn(to, to < from ? "up" : "down");
  }

  const drag = useDrag(move);

  function remove(at: number): void {
    put(removed(bands, at), t("removed", { name: nameOf(bands[at]) }), bands);
    goOnAt(() => undo.current);
  }

  function add(): void {
    if (template === "") return;
    const next = added(bands, template);
    put(next, t("added", { name: nameOf(next.at(-1)) }));
    setTemplate("");
    goOn(bands.length, template === "sections" ? "up" : "title");
  }

  return (
    <div className="space-y-3" data-field="bands">
      {bands.length === 0 ? (
        <p className="text-sm text-(--ink-soft)">{t("empty")}</p>
      ) : (
        <ol ref={list} aria-label={t("list")} className="space-y-3">
          {bands.map((band, at) => (
            <li
              key={band.id}
              data-band={at}
              {...drag.targetOf(at)}
              className={`rounded border bg-(--field) p-3 ${drag.over === at ? "border-(--accent)" : "border-(--line)"}`}
            >
              <BandRow
                {...{ band, at, sections, tags, topics, readOnly }}
                ofSection={sectionId !== null}
                of={bands.length}
                name={nameOf(band)}
                handle={drag.handleOf(at)}
                onChange={(part) => {
                  setTaken(null);
                  onChange({ bands: changed(bands, at, part) });
                }}
                onMove={(to) => move(at, to)}
                onRemove={() => remove(at)}
              />
            </li>
          ))}
        </ol>
      )}
      {taken === null || readOnly ? null : (
        <SmallButton ref={undo} onClick={() => put(taken, t("undone"))}>
          {t("undo")}
        </SmallButton>
      )}
      {readOnly ? null : isFull(bands) ? (
        <p className="text-sm text-(--warn)">{t("full", { most: bands.length })}</p>
      ) : (
        <div className="flex flex-wrap items-end gap-2">
          <div className="min-w-0 grow basis-60">
            <ChoiceField label={t("add")} value={template} onChoose={(chosen) => setTemplate(chosen as Template | "")}>
              <option value="">{t("choose")}</option>
              {templates.map((one) => (
                <option key={one} value={one}>
                  {called(one)}
                </option>
              ))}
            </ChoiceField>
          </div>
          <SmallButton disabled={template === ""} onClick={add}>
            {t("addPress")}
          </SmallButton>
        </div>
      )}
      {readOnly ? null : (
        <SmallButton onClick={() => put(usualBands(sectionId), t("usualPut"), bands)}>{t("usual")}</SmallButton>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}
