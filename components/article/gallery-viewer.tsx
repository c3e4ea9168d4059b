import type { BodyDoc } from "#features/text/body.ts";
import { galleriesIn } from "#features/text/figures.ts";
import { bodyWords } from "./body-words.ts";

/** The window over the page in which pictures of galleries are shown, and the script behind it; on pages with galleries alone. */
export function GalleryViewer({
  body,
  words = bodyWords.gallery,
}: {
  body: BodyDoc;
  words?: typeof bodyWords.gallery;
}) {
  if (galleriesIn(body).length === 0) return null;
  return (
    <>
      <dialog className="viewer" aria-label={words.name}>
        <div className="viewer-frame">
          <p className="viewer-count" role="status" />
          <button className="viewer-full" type="button" aria-pressed="false" hidden>
            {words.full}
          </button>
          <button className="viewer-close" type="button">
            {words.close}
          </button>
          <div className="viewer-stage" />
          <button className="viewer-previous" type="button" aria-label={words.previous}>
            <span aria-hidden="true">‹</span>
          </button>
          <button className="viewer-next" type="button" aria-label={words.next}>
            <span aria-hidden="true">›</span>
          </button>
        </div>
      </dialog>
      <script src="/gallery.js" defer />
    </>
  );
}
