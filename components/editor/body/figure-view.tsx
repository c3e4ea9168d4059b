import { NodeViewContent, type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { INPUT, Problem, problemIds } from "../fields/field-frame.tsx";
import { useTooLong } from "../fields/too-long.ts";
import { BodyFigure } from "../schema/figure.ts";

/** The figure as it is edited: caption in place, the rest in small fields. */
export const EditedFigure = BodyFigure.extend({ addNodeView: () => ReactNodeViewRenderer(FigureView) });

function FigureView({ node, updateAttributes, deleteNode, editor }: NodeViewProps) {
  const t = useTranslations("editor.figure");
  const { file, alt, decorative, credit } = node.attrs;
  const readOnly = !editor.isEditable;
  return (
    <NodeViewWrapper as="figure" className="figure-edited">
      <div contentEditable={false} className="flex items-center justify-between gap-2 text-sm text-(--ink-soft)">
        <span>{t(file === null ? "awaited" : "picture")}</span>
        {readOnly ? null : (
          <button
            type="button"
            className="min-h-8 shrink-0 rounded px-2 text-(--danger) hover:bg-(--field) focus-visible:outline-2 focus-visible:outline-(--accent)"
            onClick={deleteNode}
          >
            {t(file === null ? "removeAwaited" : "remove")}
          </button>
        )}
      </div>
      <NodeViewContent<"figcaption">
        as="figcaption"
        role="textbox"
        aria-label={t("caption")}
        data-placeholder={t("caption")}
        className={node.content.size === 0 ? "is-blank" : undefined}
      />
      <div contentEditable={false} className="mt-2 space-y-2">
        <Line
          label={t("credit")}
          value={credit}
          most={200}
          readOnly={readOnly}
          onChange={(value) => updateAttributes({ credit: value })}
        />
        {file === null ? null : (
          <>
            <Line
              label={t("alt")}
              value={alt}
              most={1000}
              readOnly={readOnly || decorative}
              onChange={(value) => updateAttributes({ alt: value })}
            />
            <label className="flex items-center gap-2 text-sm">
              <input
                type="checkbox"
                className="size-4 accent-(--accent)"
                checked={decorative}
                disabled={readOnly}
                onChange={(event) => updateAttributes({ decorative: event.target.checked })}
              />
              {t("decorative")}
            </label>
          </>
        )}
      </div>
    </NodeViewWrapper>
  );
}

type LineProps = {
  label: string;
  value: string;
  /** Longest text, in UTF-16 units. */
  most: number;
  readOnly: boolean;
  onChange: (value: string) => void;
};

/** Keeps its own text while it is typed in: the editor answers a moment later, which would move the cursor. */
function Line({ label, value, most, readOnly, onChange }: LineProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const shown = typed ?? value;
  const problem = useTooLong()(label, shown, most);
  return (
    <div>
      <label className="block text-sm text-(--ink-soft)">
        {label}
        <input
          className={`${INPUT} sm:text-sm`}
          value={shown}
          readOnly={readOnly}
          {...problemIds(id, problem)}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(event.target.value);
          }}
          onBlur={() => setTyped(null)}
        />
      </label>
      <Problem id={id} problem={problem} />
    </div>
  );
}
