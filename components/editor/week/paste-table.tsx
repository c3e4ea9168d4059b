import { useTranslations } from "next-intl";
import { type ClipboardEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Note } from "#components/ui/note.tsx";
import { type Entry, WEEK_LIMITS } from "#features/kinds/week.ts";
import { FieldFrame, INPUT } from "../fields/field-frame.tsx";
import { EntriesRead } from "./entries-read.tsx";
import { type Piece, tablesIn } from "./pasted-cells.ts";
import { type WeekRead, weekIn } from "./read-table.ts";

/** The tables that a paste brings; null of any other paste, which is for the field that it is pasted into. */
export const tablesPasted = ({ clipboardData }: ClipboardEvent): Piece[] | null =>
  tablesIn({ html: clipboardData.getData("text/html"), text: clipboardData.getData("text/plain") });

type Props = {
  monday: string | null;
  /** Any Monday, by which days are read while no week is chosen. */
  thisMonday: string;
  entries: readonly Entry[];
  /** What was pasted into the calendar; "none": it is still to be pasted here. */
  pasted: readonly Piece[] | "none";
  onBring: (next: Entry[], count: number) => void;
  onClose: () => void;
  /** Once this is gone and has brought something: where the work goes on. */
  onBrought: () => void;
};

/** Shows what of a pasted table will come into the calendar, before it does: in the place of what stands there, or behind it. */
export function PasteTable({ monday, thisMonday, entries, pasted, onBring, onClose, onBrought }: Props) {
  const t = useTranslations("editor.week.paste");
  const read = (pieces: readonly Piece[]) => weekIn(pieces, monday ?? thisMonday);
  const [found, setFound] = useState<WeekRead | null>(() => (pasted === "none" ? null : read(pasted)));
  const [isNone, setIsNone] = useState(false);
  const hasBrought = useRef(false);
  const brings = found?.entries ?? [];
  const hasRoom = (all: readonly Entry[]) => all.length > 0 && all.length <= WEEK_LIMITS.entries;
  const bring = (before: readonly Entry[]) => {
    hasBrought.current = true;
    onBring([...before, ...brings], brings.length);
    onClose();
  };
  const added = [...entries, ...brings];
  return (
    <Dialog
      open
      wide={found !== null}
      onClosed={() => (hasBrought.current ? onBrought() : undefined)}
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("title")}
      about={found === null ? t("about") : t("found", { count: brings.length })}
    >
      {found === null ? (
        <FieldFrame label={t("label")} problem={isNone ? t("none") : null}>
          {(ids) => (
            <textarea
              {...ids}
              className={INPUT}
              rows={4}
              value=""
              onChange={() => setIsNone(true)}
              onPaste={(event) => {
                // It is no paste into the calendar below.
                event.stopPropagation();
                event.preventDefault();
                const pieces = tablesPasted(event);
                setIsNone(pieces === null);
                if (pieces !== null) setFound(read(pieces));
              }}
            />
          )}
        </FieldFrame>
      ) : (
        <>
          {found.ofAnotherWeek > 0 && monday !== null ? (
            <Note look="warning">{t("anotherWeek", { count: found.ofAnotherWeek })}</Note>
          ) : null}
          {found.undated > 0 ? <Note look="warning">{t("undated", { count: found.undated })}</Note> : null}
          {hasRoom(brings) ? null : (
            <Note look="problem">{t(brings.length === 0 ? "empty" : "tooMany", { most: WEEK_LIMITS.entries })}</Note>
          )}
          {hasRoom(brings) && !hasRoom(added) ? (
            <Note look="warning">{t("noRoom", { count: entries.length, most: WEEK_LIMITS.entries })}</Note>
          ) : null}
          <EntriesRead entries={brings} />
          {found.left.length === 0 ? null : (
            <section className="space-y-1">
              <h3 className="font-semibold">{t("left")}</h3>
              <p className="whitespace-pre-line text-sm text-(--ink-soft)">{found.left.join("\n")}</p>
            </section>
          )}
        </>
      )}
      <DialogActions
        close={t("cancel")}
        main={
          hasRoom(added) && found !== null && brings.length > 0 ? (
            <Button look="main" onClick={() => bring(entries)}>
              {entries.length === 0 ? t("bring") : t("add", { count: entries.length })}
            </Button>
          ) : null
        }
        danger={
          entries.length > 0 && hasRoom(brings) ? (
            <Button onClick={() => bring([])}>{t("replace", { count: entries.length })}</Button>
          ) : null
        }
      />
    </Dialog>
  );
}
