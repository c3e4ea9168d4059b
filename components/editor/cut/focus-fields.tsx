import { useTranslations } from "next-intl";
import type { Picture } from "#features/files/picture.ts";
import type { Focus } from "#features/kinds/lead.ts";
import { type PictureCut, pixelsOf } from "#features/text/picture-cut.ts";
import { CutPicture } from "./cut-picture.tsx";
import { listedPart } from "./frame.ts";

type Props = { picture: Picture; cut: PictureCut; focus: Focus | null; onChange: (focus: Focus | null) => void };

/** What lists keep in sight: pointed at in the picture, or moved by keys; with the picture as lists will show it. */
export function FocusFields({ picture, cut, focus, onChange }: Props) {
  const t = useTranslations("editor.cut");
  const at = focus ?? { x: 5, y: 5 };
  const left = pixelsOf(picture, cut);
  const set = (x: number, y: number) => onChange(x === 5 && y === 5 ? null : { x, y });
  return (
    <fieldset className="space-y-2">
      <legend className="text-sm font-semibold">{t("focus")}</legend>
      <p className="text-sm text-ink-soft">{t("focusAbout")}</p>
      <div>
        {/* By keyboard and ear the same is said in the two fields below. */}
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          className="relative inline-block cursor-crosshair bg-line align-top"
          style={{ width: `min(100%, calc(12rem * ${left.width / left.height}))` }}
          onClick={({ currentTarget, clientX, clientY }) => {
            const box = currentTarget.getBoundingClientRect();
            const tenth = (from: number, side: number) => Math.min(10, Math.max(0, Math.round((from / side) * 10)));
            set(tenth(clientX - box.left, box.width), tenth(clientY - box.top, box.height));
          }}
        >
          <CutPicture picture={picture} cut={cut} alt="" className="block h-auto w-full" />
          <span
            className="pointer-events-none absolute size-5 -translate-1/2 rounded-full border-2 border-white shadow-[0_0_0_2px_black]"
            style={{ left: `${at.x * 10}%`, top: `${at.y * 10}%` }}
          />
        </button>
      </div>
      <Along name={t("across")} value={at.x} says={t("acrossAt", { at: at.x * 10 })} onChange={(x) => set(x, at.y)} />
      <Along name={t("down")} value={at.y} says={t("downAt", { at: at.y * 10 })} onChange={(y) => set(at.x, y)} />
      <p className="text-sm font-semibold">{t("listed")}</p>
      <CutPicture
        picture={picture}
        cut={cut}
        alt={t("listed")}
        within={(size) => listedPart(size, focus)}
        className="h-auto w-36"
      />
    </fieldset>
  );
}

type AlongProps = { name: string; value: number; says: string; onChange: (value: number) => void };

function Along({ name, value, says, onChange }: AlongProps) {
  return (
    <label className="flex items-center gap-2 text-sm max-sm:min-h-11">
      <span className="w-12 shrink-0">{name}</span>
      <input
        type="range"
        min={0}
        max={10}
        className="min-w-0 grow accent-(--accent)"
        value={value}
        aria-valuetext={says}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </label>
  );
}
