import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { type LowerEntry, type MenuEntry, SITE_LIMITS } from "#features/kinds/site.ts";
import { useGoingOn } from "../fields/use-going-on.ts";
import type { Option, SectionOption } from "../props.ts";
import { SmallButton } from "../small-button.tsx";
import { AddEntry } from "./add-entry.tsx";
import { MenuRow } from "./menu-row.tsx";
import { changed, entryAt, menuOfSections, moved, removed, type Spot, type Step, spotsOf } from "./steps.ts";

type Props = {
  menu: readonly MenuEntry[];
  sections: readonly SectionOption[];
  pages: readonly Option[];
  readOnly: boolean;
  onChange: (change: { menu: MenuEntry[] }) => void;
};

/** The menu before an entry was taken out, and where that stood; until something else is done. */
type Taken = { before: readonly MenuEntry[]; spot: Spot };

/** The site's menu in two levels. What is done to it is said to whoever does not see it. */
export function MenuField({ menu, sections, pages, readOnly, onChange }: Props) {
  const t = useTranslations("editor.menu");
  const rows = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState("");
  const undo = useRef<HTMLButtonElement>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const goOnAt = useGoingOn();

  const nameOf = (entry: LowerEntry | undefined): string => {
    if (entry === undefined) return "";
    const list = entry.to === "section" ? sections : entry.to === "page" ? pages : [];
    return entry.words || list.find((one) => entry.to !== "link" && one.id === entry.id)?.name || t("nameless");
  };

  function put(next: MenuEntry[], words: string, out: Taken | null = null): void {
    setSaid(words);
    setTaken(out);
    onChange({ menu: next });
  }

  /** The work goes on in an entry: of one that has moved, with the same button. */
  function goOn({ top, low }: Spot, control: string): void {
    const place = `[data-spot="${top}.${low ?? ""}"] [data-control="${control}"]`;
    goOnAt(() => rows.current?.querySelector<HTMLElement>(place));
  }

  function step(spot: Spot, way: Step): void {
    const name = nameOf(entryAt(menu, spot));
    const done = moved(menu, spot, way);
    if (done === null) {
      setSaid(t("cannot", { name }));
      return;
    }
    put(done.menu, placeOf(done.menu, done.spot));
    goOn(done.spot, way);
  }

  function placeOf(now: readonly MenuEntry[], spot: Spot): string {
    const name = nameOf(entryAt(now, spot));
    const top = now[spot.top];
    if (spot.low === null) return t("atTop", { name, at: spot.top + 1, of: now.length });
    return t("atLow", { name, parent: nameOf(top), at: spot.low + 1, of: top?.below.length ?? 0 });
  }

  function remove(spot: Spot): void {
    const entry = entryAt(menu, spot);
    const below = spot.low === null ? (menu[spot.top]?.below.length ?? 0) : 0;
    put(removed(menu, spot), t("removed", { name: nameOf(entry), below }), { before: menu, spot });
    goOnAt(() => undo.current);
  }

  function giveBack({ before, spot }: Taken): void {
    put([...before], t("undone"));
    goOn(spot, "remove");
  }

  function fill(): void {
    put(menuOfSections(sections), t("filled"));
    // The button that was pressed is gone.
    goOn({ top: 0, low: null }, "words");
  }

  function add(entry: LowerEntry): void {
    put([...menu, { ...entry, below: [] }], t("added", { name: nameOf(entry) }));
    goOn({ top: menu.length, low: null }, entry.to === "link" ? "address" : "words");
  }

  return (
    <div className="space-y-3" data-field="menu">
      {menu.length === 0 ? (
        <p className="text-sm text-(--ink-soft)">{t("empty")}</p>
      ) : (
        <ol ref={rows} aria-label={t("list")} className="space-y-2">
          {spotsOf(menu).map(({ spot, entry }) => (
            <MenuRow
              key={`${spot.top}.${spot.low ?? ""}`}
              {...{ spot, entry, sections, pages, readOnly }}
              name={nameOf(entry)}
              may={(way) => moved(menu, spot, way) !== null}
              onType={(part) => {
                setTaken(null);
                onChange({ menu: changed(menu, spot, part) });
              }}
              onStep={(way) => step(spot, way)}
              onRemove={() => remove(spot)}
            />
          ))}
        </ol>
      )}
      {taken === null || readOnly ? null : (
        <SmallButton ref={undo} onClick={() => giveBack(taken)}>
          {t("undo")}
        </SmallButton>
      )}
      {readOnly ? null : menu.length >= SITE_LIMITS.entries ? (
        <p className="text-sm text-(--warn)">{t("full", { most: SITE_LIMITS.entries })}</p>
      ) : (
        <AddEntry sections={sections} pages={pages} onAdd={add} />
      )}
      {readOnly || menu.length > 0 ? null : <SmallButton onClick={fill}>{t("fill")}</SmallButton>}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}
