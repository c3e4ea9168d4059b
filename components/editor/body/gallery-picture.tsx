import { NodeViewWrapper } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { liftFromGallery, type Spot } from "../files/gallery-in-text.ts";
import { removeFigure } from "../files/in-text.ts";
import { stepInGallery } from "../schema/figure.ts";
import { SmallButton } from "../small-button.tsx";
import { dragInGallery } from "./drag-in-gallery.ts";
import { FigureCaption } from "./figure-caption.tsx";
import { type FigureProps, SMALL, useFigure } from "./figure-parts.tsx";

const STEPS = { up: -1, down: 1 } as const;
const SIGNS = { up: "↑", down: "↓" } as const;
const KEYS: Record<string, keyof typeof STEPS> = {
  ...{ ArrowUp: "up", ArrowLeft: "up" },
  ...{ ArrowDown: "down", ArrowRight: "down" },
};

/** The pictures whose words are open: one that is moved is drawn anew. */
const opened = new Set<string>();

/** One picture of a gallery as it is edited: small, with its caption; behind a button its other words and what is done with it. */
export function GalleryPicture({ node, editor, uploads, spot }: FigureProps & { spot: Spot }) {
  const t = useTranslations("editor.gallery");
  const lack = useTranslations("editor.pictures.lacks");
  const { id, readOnly, isAwaited, isComing, picture, status, words, ways, lacks } = useFigure({
    node,
    editor,
    uploads,
  });
  const [isOpen, setOpen] = useState(opened.has(id));
  const called = t("picture", { number: spot.at + 1, of: spot.of });

  function toggle(): void {
    setOpen(!isOpen);
    if (isOpen) opened.delete(id);
    else opened.add(id);
  }

  function step(way: keyof typeof STEPS): void {
    if (stepInGallery(editor, id, STEPS[way])) goOn(id, way);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const way = event.altKey && !readOnly ? KEYS[event.key] : undefined;
    // In a field these keys are for its words.
    if (way === undefined || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const control = event.target instanceof HTMLElement ? event.target.dataset.control : undefined;
    if (stepInGallery(editor, id, STEPS[way])) goOn(id, control ?? way);
  }

  function goOn(moved: string, control: string): void {
    // Once it is drawn anew, in its new place.
    queueMicrotask(() =>
      editor.view.dom.querySelector<HTMLElement>(`[data-picture="${moved}"] [data-control="${control}"]`)?.focus(),
    );
  }

  return (
    <NodeViewWrapper
      as="figure"
      className="figure-edited gallery-picture"
      data-picture={id}
      data-awaited={isAwaited || undefined}
      data-open={isOpen || undefined}
      aria-label={called}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are of the buttons in it */}
      <div contentEditable={false} onKeyDown={onKeyDown}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: for a mouse; the arrows beneath do the same for everybody */}
        <div
          className="gallery-thumb"
          onPointerDown={(event) =>
            readOnly || event.pointerType !== "mouse" ? undefined : dragInGallery(event, editor, id)
          }
          onDragStart={(event) => event.preventDefault()}
        >
          {picture}
          <span aria-hidden="true" className="gallery-number">
            {spot.at + 1}
          </span>
        </div>
        {status}
        {readOnly ? null : (
          <div className="gallery-steps">
            <SmallButton
              data-control="drag"
              className="gallery-handle"
              aria-label={t("dragOf", { called })}
              title={t("drag")}
              onPointerDown={(event) => dragInGallery(event, editor, id)}
            >
              <span aria-hidden="true">⠿</span>
            </SmallButton>
            {(["up", "down"] as const).map((way) => (
              <SmallButton
                key={way}
                data-control={way}
                className="aria-disabled:opacity-40"
                aria-label={t("stepOf", { step: t(way), called })}
                title={t(way)}
                aria-keyshortcuts={way === "up" ? "Alt+ArrowUp" : "Alt+ArrowDown"}
                // Not `disabled`: whoever moved it to the end goes on from the same button.
                aria-disabled={way === "up" ? spot.at === 0 : spot.at === spot.of - 1}
                onClick={() => step(way)}
              >
                <span aria-hidden="true">{SIGNS[way]}</span>
              </SmallButton>
            ))}
            <SmallButton
              data-control="remove"
              aria-label={t("stepOf", { step: t("removePicture"), called })}
              title={t("removePicture")}
              onClick={() => removeFigure(editor.view, id)}
            >
              <span aria-hidden="true">✕</span>
            </SmallButton>
          </div>
        )}
      </div>
      <FigureCaption isBlank={node.content.size === 0} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are of the buttons in it */}
      <div contentEditable={false} className="gallery-words" onKeyDown={onKeyDown}>
        {lacks.length === 0 || isComing ? null : (
          <p className="gallery-lacks">{lack("all", { list: lacks.map((one) => lack(one)).join(", ") })}</p>
        )}
        <SmallButton data-control="words" className={SMALL} aria-expanded={isOpen} onClick={toggle}>
          {t(isOpen ? "shut" : "open")}
        </SmallButton>
        {isOpen ? (
          <>
            {words}
            {readOnly ? null : (
              <div className="flex flex-wrap gap-2">
                {ways}
                <SmallButton className={SMALL} onClick={() => liftFromGallery(editor.view, id)}>
                  {t("lift")}
                </SmallButton>
              </div>
            )}
          </>
        ) : null}
      </div>
    </NodeViewWrapper>
  );
}
