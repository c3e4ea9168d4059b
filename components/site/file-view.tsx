import { isEnglish } from "#features/addresses/english.ts";
import type { FilePage } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import { DrawnPicture } from "./drawn-picture.tsx";

/** How wide its first page is shown, in CSS pixels. */
const WIDE = 400;

/**
 * A document of its own: what it is, where it comes from, and the browser's own viewer with it. Where a browser has none, as on most
 * phones, or the window is too narrow for one, its first page leads to it.
 */
export function FileView({ file: { title, summary, file, shownAt, picture, texts } }: { file: FilePage }) {
  const firstPage =
    picture === null ? null : (
      <a className="first-page" href={shownAt} aria-label={say("file.firstPage")}>
        <DrawnPicture
          picture={picture}
          alt=""
          sizes={`(min-width: 26em) ${WIDE}px, 94vw`}
          width={WIDE}
          height={Math.round((WIDE * picture.height) / picture.width)}
          widest={1_080}
          isFirst={false}
        />
      </a>
    );
  return (
    <article className="file-page" lang="vi">
      <header>
        <h1>{title}</h1>
        <p className="file-about">{file.about}</p>
        {summary === "" ? null : <p className="file-summary">{summary}</p>}
        <p className="file-texts">
          {say("file.from")}{" "}
          {texts.map(({ number, headline, path }, at) => (
            <span key={number}>
              {at === 0 ? null : "; "}
              <a href={path} lang={isEnglish(path) ? "en" : undefined}>
                {headline}
              </a>
            </span>
          ))}
        </p>
        <p className="file-ways">
          <a className="download" href={file.address}>
            {say("file.download")}
          </a>
          <a href={shownAt}>{say("file.open")}</a>
        </p>
      </header>
      <div className="narrow">{firstPage}</div>
      <object className="viewer" data={shownAt} type="application/pdf" aria-label={say("file.viewer", { title })}>
        {firstPage}
      </object>
    </article>
  );
}
