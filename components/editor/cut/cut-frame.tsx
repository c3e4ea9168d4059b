import { useTranslations } from "next-intl";
import ReactCrop from "react-image-crop";
import "react-image-crop/dist/ReactCrop.css";
import type { Picture } from "#features/files/picture.ts";
import { LEAST, PARTS, type PictureCut, turned, WHOLE } from "#features/text/picture-cut.ts";
import { CutPicture } from "./cut-picture.tsx";
import { type Ratio, sidesOf } from "./frame.ts";

/** A percent, in the parts that a side has. */
const PERCENT = PARTS / 100;

type Props = { picture: Picture; cut: PictureCut; ratio: Ratio; onChange: (cut: PictureCut) => void };

/** The whole picture, turned, with a frame around what is left of it: moved and drawn by pointer, finger or arrow keys. */
export function CutFrame({ picture, cut, ratio, onChange }: Props) {
  const t = useTranslations("editor.cut");
  const { width, height } = turned(picture, cut.turn);
  const handle = (at: string) => t("handle", { at });
  return (
    <div className="rounded bg-line p-4 text-center">
      <ReactCrop
        crop={{
          unit: "%",
          ...{ x: cut.x / PERCENT, y: cut.y / PERCENT, width: cut.width / PERCENT, height: cut.height / PERCENT },
        }}
        aspect={sidesOf(ratio)}
        keepSelection
        ruleOfThirds
        className="picture-cut"
        style={{ width: `min(100%, calc(min(46dvh, 30rem) * ${width / height}))` }}
        ariaLabels={{
          cropArea: t("frame"),
          nwDragHandle: handle(t("at.nw")),
          nDragHandle: handle(t("at.n")),
          neDragHandle: handle(t("at.ne")),
          eDragHandle: handle(t("at.e")),
          seDragHandle: handle(t("at.se")),
          sDragHandle: handle(t("at.s")),
          swDragHandle: handle(t("at.sw")),
          wDragHandle: handle(t("at.w")),
        }}
        onChange={(_, { x, y, width: wide, height: tall }) => {
          // Before it is drawn the library has no size of it.
          if (wide * PERCENT < LEAST || tall * PERCENT < LEAST) return;
          onChange({
            turn: cut.turn,
            ...{ x: x * PERCENT, y: y * PERCENT, width: wide * PERCENT, height: tall * PERCENT },
          });
        }}
      >
        <CutPicture picture={picture} cut={{ ...WHOLE, turn: cut.turn }} alt="" className="block h-auto w-full" />
      </ReactCrop>
    </div>
  );
}
