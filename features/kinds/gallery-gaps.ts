import type { BodyDoc, Gallery } from "#features/text/body.ts";
import { galleriesIn, pictureIn } from "#features/text/figures.ts";
import { type Gap, gapList } from "#features/text/gaps.ts";
import { GALLERY_SIZE } from "#features/text/vocabulary.ts";

/** What is missing about the galleries of a body as wholes; of each of their pictures, `figureGaps` says it. */
export function galleryGaps(body: BodyDoc): Gap[] {
  return galleriesIn(body).flatMap((gallery, index) => gapsOf(gallery, `Chùm ảnh thứ ${index + 1}`));
}

function gapsOf({ attrs, content }: Gallery, which: string): Gap[] {
  const { least, most } = GALLERY_SIZE;
  const gap = (blocks: Gap["blocks"], says: string): Gap => ({
    ...{ field: "body", blockId: attrs.id, blocks },
    sentence: `${which} ${says}`,
  });
  const shown = content.map((figure) => pictureIn(figure.attrs));
  const twice = shown.findIndex((picture, at) => picture !== null && shown.indexOf(picture) < at);
  return gapList(
    content.length < least &&
      gap("publish", `chỉ có ${content.length} ảnh, cần ít nhất ${least}: thêm ảnh hoặc tách thành ảnh rời.`),
    content.length > most &&
      gap("publish", `có ${content.length} ảnh, nhiều nhất là ${most}: bỏ bớt hoặc tách thành hai chùm.`),
    twice >= 0 && gap("advice", `có ảnh lặp lại (ảnh thứ ${twice + 1} trong chùm): nên bỏ bớt.`),
  );
}
