"use client";

import { useTranslations } from "next-intl";
import { type DragEvent, startTransition, useState } from "react";
import { Note } from "#components/ui/note.tsx";
import { moveArticle } from "#features/arranging/actions.ts";
import type { ChosenBand } from "#features/arranging/types.ts";
import { useChoice } from "../use-choice.ts";
import { type FrontScreen, fieldsOfScreen } from "./place.ts";
import { SlotRow, type Spot } from "./slot-row.tsx";

type Props = { screen: FrontScreen; bands: readonly ChosenBand[]; mayChoose: boolean };

type Dragged = Spot & { article: number };

/**
 * The slots of a front, band by band. An article is dragged to another slot, or moved there by its buttons: both do the same, at
 * once, for all readers.
 */
export function Chooser({ screen, bands, mayChoose }: Props) {
  const t = useTranslations("desk.fronts");
  const called = useTranslations("desk.changes.templates");
  const { outcome, send } = useChoice(moveArticle);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const spots = bands.flatMap(({ id, slots }) => (slots ?? []).map(({ slot }) => ({ band: id, slot })));
  const beside = (band: string, slot: number, by: number) =>
    spots[spots.findIndex((one) => one.band === band && one.slot === slot) + by] ?? null;

  function drop(to: Spot): void {
    if (dragged === null || (dragged.band === to.band && dragged.slot === to.slot)) return;
    const form = new FormData();
    const { band, slot, article } = dragged;
    const said = { ...fieldsOfScreen(screen), band, slot, article, toBand: to.band, toSlot: to.slot };
    for (const [name, value] of Object.entries(said)) form.set(name, String(value ?? ""));
    startTransition(() => send(form));
  }

  const end = () => {
    setDragged(null);
    setOver(null);
  };
  return (
    <div className="space-y-4">
      {outcome?.ok === false ? <Note look="warning">{outcome.sentence}</Note> : null}
      {bands.map(({ id, template, title, of, slots, headlines }) => (
        <section key={id} aria-labelledby={`band-${id}`} className="rounded-lg border border-line bg-field p-4">
          <h3 id={`band-${id}`} className="font-bold">
            {title || of?.name || called(template)}
            {title || of ? <span className="font-normal text-ink-soft text-sm"> · {called(template)}</span> : null}
          </h3>
          {slots === null ? (
            <NotChosen template={template} headlines={headlines} />
          ) : (
            <ol className="mt-2 divide-y divide-line">
              {slots.map((slot) => {
                const spot = { band: id, slot: slot.slot };
                const key = `${id} ${slot.slot}`;
                const { article } = slot;
                return (
                  <li
                    key={key}
                    className={`py-2 ${over === key && dragged !== null ? "outline-2 outline-accent" : ""} ${mayChoose && article ? "sm:cursor-grab" : ""}`}
                    draggable={mayChoose && article !== null}
                    onDragStart={(event: DragEvent) => {
                      if (article === null) return;
                      event.dataTransfer.effectAllowed = "move";
                      event.dataTransfer.setData("text/plain", article.headline);
                      setDragged({ ...spot, article: article.number });
                    }}
                    onDragEnd={end}
                    onDragOver={(event: DragEvent) => {
                      if (dragged === null) return;
                      event.preventDefault();
                      setOver(key);
                    }}
                    onDrop={(event: DragEvent) => {
                      event.preventDefault();
                      drop(spot);
                      end();
                    }}
                  >
                    <SlotRow
                      {...{ screen, slot, mayChoose }}
                      band={id}
                      name={t("slot", { place: slot.slot + 1, band: title || of?.name || called(template) })}
                      above={beside(id, slot.slot, -1)}
                      below={beside(id, slot.slot, 1)}
                    />
                  </li>
                );
              })}
            </ol>
          )}
        </section>
      ))}
    </div>
  );
}

function NotChosen({ template, headlines }: Pick<ChosenBand, "template" | "headlines">) {
  const t = useTranslations("desk.fronts");
  return (
    <>
      <p className="mt-1 text-ink-soft text-sm">{t(template === "tiles" ? "tilesByText" : "byItself")}</p>
      {headlines.length === 0 ? null : (
        <ul className="mt-2 list-disc space-y-0.5 ps-5 text-sm">
          {headlines.map((headline) => (
            <li key={headline}>{headline}</li>
          ))}
        </ul>
      )}
    </>
  );
}
