"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import { LINK } from "#components/ui/button-class.ts";

/** Above the article, in pixels. */
const ROOM = 12;

/**
 * The reader's own page in a frame as high as the page, so that a thumb scrolls one page and not two. On a phone it begins
 * with the article, and what stands above it for every reader is left to the page on its own. Tab goes past it: the
 * moves come next, not every link of the site; who wants the links opens the page on its own.
 */
export function PreviewFrame({ src, title }: { src: string; title: string }) {
  const t = useTranslations("desk.preview");
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(900);
  const [above, setAbove] = useState(0);
  const [narrow, setNarrow] = useState(false);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    let watched: ResizeObserver | undefined;
    const measure = () => {
      const body = element.contentDocument?.body;
      if (!body) return;
      watched?.disconnect();
      watched = new ResizeObserver(() => {
        setHeight(Math.max(300, Math.ceil(body.getBoundingClientRect().height)));
        setAbove(Math.floor(body.querySelector(".article")?.getBoundingClientRect().top ?? 0));
      });
      watched.observe(body);
    };
    element.addEventListener("load", measure);
    measure();
    return () => {
      element.removeEventListener("load", measure);
      watched?.disconnect();
    };
  }, []);

  const width = (isNarrow: boolean, label: string) => (
    <button
      type="button"
      aria-pressed={narrow === isNarrow}
      className="min-h-9 rounded border border-transparent px-3 aria-pressed:border-edge aria-pressed:bg-paper aria-pressed:font-semibold"
      onClick={() => setNarrow(isNarrow)}
    >
      {label}
    </button>
  );
  return (
    <div className="flex flex-col">
      <div className="mb-2 flex flex-wrap items-center gap-1 text-sm max-md:mb-0 max-sm:order-last">
        <fieldset className="hidden items-center gap-1 md:flex">
          <legend className="sr-only">{t("width")}</legend>
          {width(false, t("wide"))}
          {width(true, t("narrow"))}
        </fieldset>
        <a className={`${LINK} ml-auto`} href={src} target="_blank" rel="noreferrer">
          {t("alone")}
        </a>
      </div>
      <div className="border-line max-sm:-mx-4 max-sm:overflow-hidden max-sm:border-y">
        <iframe
          ref={frame}
          src={src}
          title={title}
          tabIndex={-1}
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          className={`mx-auto block w-full border-line bg-white max-sm:-mt-(--above) sm:rounded-lg sm:border ${narrow ? "max-w-[360px]" : ""}`}
          style={{ height, "--above": `${Math.max(0, above - ROOM)}px` } as CSSProperties}
        />
      </div>
    </div>
  );
}
