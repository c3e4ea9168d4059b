import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import type { Picture } from "#features/files/picture.ts";
import type { Focus } from "#features/kinds/lead.ts";
import { type PictureCut, pixelsOf, readCut, spellCut, WHOLE } from "#features/text/picture-cut.ts";
import { SmallButton } from "../small-button.tsx";
import { CutFrame } from "./cut-frame.tsx";
import { CutPicture } from "./cut-picture.tsx";
import { FocusFields } from "./focus-fields.tsx";
import { focusTurned, inRatio, RATIOS, type Ratio, turnedBy } from "./frame.ts";

/** A picture with fewer pixels across is not sharp in the text. */
const SHARP = 720;

type Props = {
  /** The whole picture. */
  picture: Picture;
  cut: string;
  /** What lists keep in sight; absent for a picture that no list shows. */
  focus?: Focus | null;
  onDone: (said: { cut: string; focus: Focus | null }) => void;
  onClose: () => void;
};

/** How one use of a picture shows it: turned, cut, and with what kept in sight. Nothing changes until that is said. */
export function CutDialog({ picture, cut: before, focus: seen, onDone, onClose }: Props) {
  const t = useTranslations("editor.cut");
  const [cut, setCut] = useState<PictureCut>(readCut(before) ?? WHOLE);
  const [ratio, setRatio] = useState<Ratio>("free");
  const [focus, setFocus] = useState<Focus | null>(seen ?? null);
  const [open, setOpen] = useState(true);
  const left = pixelsOf(picture, cut);
  function turn(way: "left" | "right"): void {
    setCut(inRatio(picture, turnedBy(cut, way), ratio));
    setFocus(focusTurned(focus, way));
  }
  function done(said: string): void {
    onDone({ cut: said, focus });
    setOpen(false);
  }
  return (
    <Dialog
      title={t("title")}
      about={t("about")}
      open={open}
      wide
      onOpenChange={(stays) => setOpen(stays)}
      onClosed={onClose}
    >
      <fieldset>
        <legend className="text-sm font-semibold">{t("ratio")}</legend>
        <div className="mt-1 flex flex-wrap gap-x-4">
          {RATIOS.map((one) => (
            <label key={one} className="flex items-center gap-2 py-1 max-sm:min-h-11">
              <input
                type="radio"
                name="ratio"
                className="size-4 accent-(--accent) max-sm:size-5"
                checked={ratio === one}
                onChange={() => {
                  setRatio(one);
                  setCut(inRatio(picture, cut, one));
                }}
              />
              {one === "free" ? t("free") : one}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid gap-4 md:grid-cols-[minmax(0,1fr)_15rem] lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div>
          <CutFrame {...{ picture, cut, ratio }} onChange={setCut} />
          <div className="mt-2 flex flex-wrap items-center gap-2">
            <SmallButton onClick={() => turn("left")}>{t("left")}</SmallButton>
            <SmallButton onClick={() => turn("right")}>{t("right")}</SmallButton>
            <p role="status" className="text-sm text-ink-soft">
              {t("leftOver", { width: left.width, height: left.height })}
              {left.width < SHARP && left.width < picture.width ? ` ${t("small")}` : null}
            </p>
          </div>
        </div>
        {seen === undefined ? (
          <div>
            <p className="mb-1 text-sm font-semibold">{t("preview")}</p>
            <CutPicture
              {...{ picture, cut }}
              alt={t("preview")}
              className="block h-auto"
              style={{ width: `min(100%, calc(14rem * ${left.width / left.height}))` }}
            />
          </div>
        ) : (
          <FocusFields {...{ picture, cut, focus }} onChange={setFocus} />
        )}
      </div>
      <DialogActions
        close={t("close")}
        main={
          <Button look="main" onClick={() => done(spellCut(cut))}>
            {t("done")}
          </Button>
        }
        danger={before === "" ? undefined : <Button onClick={() => done("")}>{t("whole")}</Button>}
      />
    </Dialog>
  );
}
