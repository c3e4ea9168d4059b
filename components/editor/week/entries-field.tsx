import { useTranslations } from "next-intl";
import { type ClipboardEvent, useRef, useState } from "react";
import { DAYS, type Entry, WEEK_LIMITS } from "#features/kinds/week.ts";
import { dayOf, daysAfter, isoDayOf, mondayOf, startOfDay, weekdayNameOf } from "#lib/dates.ts";
import { useGoingOn } from "../fields/use-going-on.ts";
import type { WeekBefore } from "../props.ts";
import { SmallButton } from "../small-button.tsx";
import { EntryRow } from "./entry-row.tsx";
import { added, changed, isFull, moved, placeIn, removed, withThoseOf } from "./entry-steps.ts";
import { PasteTable, tablesPasted } from "./paste-table.tsx";
import type { Piece } from "./pasted-cells.ts";

type Props = {
  monday: string | null;
  entries: readonly Entry[];
  /** The newest calendar before this one, from which entries may be copied. */
  before: WeekBefore | null;
  readOnly: boolean;
  onChange: (change: { entries: Entry[] }) => void;
};

/** The entries of a week, day by day. What is done to them is said to whoever does not see it. */
export function EntriesField({ monday, entries, before, readOnly, onChange }: Props) {
  const t = useTranslations("editor.week");
  const list = useRef<HTMLDivElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const goOnAt = useGoingOn();
  const [said, setSaid] = useState("");
  const [taken, setTaken] = useState<readonly Entry[] | null>(null);
  const [pasted, setPasted] = useState<readonly Piece[] | "none" | null>(null);
  const nameIn = (all: readonly Entry[], entry: Entry) =>
    t("entry", { day: weekdayNameOf(entry.day), place: placeIn(all, entry) });

  function put(next: readonly Entry[], words: string, undone: readonly Entry[] | null = null): void {
    setSaid(words);
    setTaken(undone);
    onChange({ entries: [...next] });
  }

  /** The work goes on in an entry. */
  function goOn(id: string, control: string): void {
    goOnAt(() => list.current?.querySelector<HTMLElement>(`[data-entry="${id}"] [data-control="${control}"]`));
  }

  function add(day: Entry["day"]): void {
    const next = added(entries, day);
    const entry = next.at(-1);
    if (entry === undefined) return;
    put(next, t("added", { entry: nameIn(next, entry) }));
    goOn(entry.id, "when");
  }

  function move(entry: Entry, day: Entry["day"]): void {
    const next = moved(entries, entry.id, day);
    put(next, t("moved", { entry: nameIn(next, { ...entry, day }) }), entries);
    goOn(entry.id, "day");
  }

  function remove(entry: Entry): void {
    put(removed(entries, entry.id), t("removed", { entry: nameIn(entries, entry) }), entries);
    goOnAt(() => undo.current);
  }

  function copy(of: WeekBefore): void {
    const next = withThoseOf(entries, of.entries);
    const count = of.entries.filter(({ state }) => state !== "cancelled").length;
    if (next === null) setSaid(t("noRoom", { count: entries.length + count, most: WEEK_LIMITS.entries }));
    else put(next, t("copied", { count }), entries);
  }

  /** What brings no table is pasted where it is pasted. */
  function paste(event: ClipboardEvent): void {
    const pieces = readOnly ? null : tablesPasted(event);
    if (pieces === null) return;
    event.preventDefault();
    setPasted(pieces);
  }

  return (
    <div ref={list} className="space-y-5" data-field="entries" onPaste={paste}>
      {readOnly ? null : (
        <div className="flex flex-wrap items-center gap-2">
          <SmallButton onClick={() => setPasted("none")}>{t("paste.open")}</SmallButton>
          {before === null ? null : (
            <SmallButton onClick={() => copy(before)}>
              {t("copy", { number: before.number, first: before.first, last: before.last })}
            </SmallButton>
          )}
          {taken === null ? null : (
            <SmallButton ref={undo} onClick={() => put(taken, t("undone"))}>
              {t("undo")}
            </SmallButton>
          )}
        </div>
      )}
      <p role="status" className="text-sm text-(--ink-soft) empty:hidden">
        {said}
      </p>
      {DAYS.map((day) => {
        const date = monday === null ? "" : `, ${dayOf(startOfDay(daysAfter(monday, day - 1)))}`;
        const of = entries.filter((entry) => entry.day === day);
        return (
          <section key={day} aria-label={weekdayNameOf(day)} className="space-y-3">
            <h3 className="border-b border-(--line) pb-1 font-semibold">
              {weekdayNameOf(day)}
              <span className="font-normal text-(--ink-soft)">{date}</span>
            </h3>
            {of.length === 0 ? null : (
              <ol className="space-y-3">
                {of.map((entry) => (
                  <li key={entry.id} data-entry={entry.id} className="rounded border border-(--line) bg-(--field) p-3">
                    <EntryRow
                      {...{ entry, readOnly }}
                      name={nameIn(entries, entry)}
                      onChange={(part) => {
                        setTaken(null);
                        onChange({ entries: changed(entries, entry.id, part) });
                      }}
                      onMove={(to) => move(entry, to)}
                      onRemove={() => remove(entry)}
                    />
                  </li>
                ))}
              </ol>
            )}
            {readOnly || isFull(entries) ? null : (
              <SmallButton onClick={() => add(day)}>{t("add", { day: weekdayNameOf(day) })}</SmallButton>
            )}
          </section>
        );
      })}
      {isFull(entries) ? <p className="text-sm text-(--warn)">{t("full", { most: WEEK_LIMITS.entries })}</p> : null}
      {pasted === null ? null : (
        <PasteTable
          {...{ monday, entries, pasted }}
          thisMonday={mondayOf(isoDayOf(new Date()))}
          onBring={(next, count) => put(next, t("paste.done", { count }), entries)}
          onClose={() => setPasted(null)}
          onBrought={() => undo.current?.focus()}
        />
      )}
    </div>
  );
}
