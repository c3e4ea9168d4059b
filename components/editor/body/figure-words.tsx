import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import {
  AI_LABELS,
  type AiLabel,
  ATTACHMENT_LIMITS,
  GALLERY_LIMITS,
  PICTURE_LIMITS,
} from "#features/text/vocabulary.ts";
import { INPUT, Problem, problemIds } from "../fields/field-frame.tsx";
import { useTooLong } from "../fields/too-long.ts";

/** Longest words of a figure, an attachment and a gallery, in UTF-16 units. */
const LIMITS = { ...PICTURE_LIMITS, ...ATTACHMENT_LIMITS, galleryCaption: GALLERY_LIMITS.caption };

type WordProps = {
  name: keyof typeof LIMITS;
  /** What it is called; as of a picture, if nothing is said. */
  label?: string;
  value: string;
  readOnly: boolean;
  onChange: (value: string) => void;
};

/** Keeps its own text while it is typed in: the editor answers a moment later, which would move the cursor. */
export function WordField({ name, label, value, readOnly, onChange }: WordProps) {
  const t = useTranslations("editor.figure");
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const shown = typed ?? value;
  const called = label ?? t(name);
  const problem = useTooLong()(called, shown, LIMITS[name]);
  const field = {
    id: `${id}-field`,
    className: `${INPUT} mt-0.5 sm:py-1.5 sm:text-sm`,
    value: shown,
    readOnly,
    ...problemIds(id, problem),
    onChange: ({ target }: { target: { value: string } }) => {
      const line = target.value.replace(/\s*\n\s*/g, " ");
      setTyped(line);
      onChange(line);
    },
    onBlur: () => setTyped(null),
  };
  return (
    <div>
      <label htmlFor={field.id} className="block text-sm text-(--ink-soft)">
        {called}
        {/* A summary is longer than a line, and yet has no lines. */}
        {name === "summary" ? (
          <textarea {...field} className={`${field.className} field-sizing-content resize-none`} rows={2} />
        ) : (
          <input {...field} />
        )}
      </label>
      <Problem id={id} problem={problem} />
    </div>
  );
}

type AiProps = {
  /** What the label is of. */
  kind: "picture" | "video" | "audio";
  value: AiLabel;
  readOnly: boolean;
  onChange: (value: AiLabel) => void;
};

/** What readers are told beside it, where a generative program has made or changed it. */
export function AiField({ kind, value, readOnly, onChange }: AiProps) {
  const t = useTranslations("editor.figure");
  return (
    <label className="block text-sm text-(--ink-soft)">
      {t("ai", { kind })}
      <select
        className={`${INPUT} mt-0.5 sm:py-1.5 sm:text-sm`}
        value={value}
        disabled={readOnly}
        onChange={({ target }) => onChange(AI_LABELS.find((one) => one === target.value) ?? "none")}
      >
        {AI_LABELS.map((one) => (
          <option key={one} value={one}>
            {t(`aiLabels.${one}`, { kind })}
          </option>
        ))}
      </select>
    </label>
  );
}

type AltProps = {
  alt: string;
  decorative: boolean;
  readOnly: boolean;
  onAlt: (value: string) => void;
  onDecorative: (value: boolean) => void;
};

/** What those hear who do not see the picture, or that there is nothing to hear. */
export function AltFields({ alt, decorative, readOnly, onAlt, onDecorative }: AltProps) {
  const t = useTranslations("editor.figure");
  return (
    <>
      <WordField name="alt" value={alt} readOnly={readOnly || decorative} onChange={onAlt} />
      <label className="flex items-center gap-2 py-1 text-sm max-sm:min-h-11">
        <input
          type="checkbox"
          className="size-4 accent-(--accent) max-sm:size-5"
          checked={decorative}
          disabled={readOnly}
          onChange={(event) => onDecorative(event.target.checked)}
        />
        {t("decorative")}
      </label>
    </>
  );
}
