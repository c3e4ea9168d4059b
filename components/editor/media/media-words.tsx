import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { type AiLabel, MEDIA_LIMITS } from "#features/text/vocabulary.ts";
import { AiField, WordField } from "../body/figure-words.tsx";
import { INPUT, Problem, problemIds } from "../fields/field-frame.tsx";
import { useTooLong } from "../fields/too-long.ts";

type Words = { title: string; credit: string; ai: AiLabel; transcript: string; speechless: boolean };

type Props = {
  kind: "video" | "audio";
  words: Words;
  /** There is no file yet, and none on its way. */
  isAwaited: boolean;
  readOnly: boolean;
  onChange: (name: keyof Words, value: string | boolean) => void;
};

/** What readers read of what is played, and what those have who do not hear it. */
export function MediaWords({ kind, words, isAwaited, readOnly, onChange }: Props) {
  const t = useTranslations("editor.media");
  return (
    <>
      {(["title", "credit"] as const).map((name) => (
        <WordField
          key={name}
          name={name}
          label={t(name, { kind })}
          value={words[name]}
          readOnly={readOnly}
          onChange={(value) => onChange(name, value)}
        />
      ))}
      {isAwaited ? null : (
        <AiField kind={kind} value={words.ai} readOnly={readOnly} onChange={(value) => onChange("ai", value)} />
      )}
      <Transcript
        value={words.transcript}
        readOnly={readOnly || words.speechless}
        onChange={(value) => onChange("transcript", value)}
      />
      <label className="flex items-center gap-2 py-1 text-sm max-sm:min-h-11">
        <input
          type="checkbox"
          className="size-4 accent-(--accent) max-sm:size-5"
          checked={words.speechless}
          disabled={readOnly}
          onChange={(event) => onChange("speechless", event.target.checked)}
        />
        {t("speechless")}
      </label>
    </>
  );
}

/** Keeps its own text while it is typed in, as the other fields of a file do. */
function Transcript({
  value,
  readOnly,
  onChange,
}: {
  value: string;
  readOnly: boolean;
  onChange: (to: string) => void;
}) {
  const t = useTranslations("editor.media");
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const shown = typed ?? value;
  const problem = useTooLong()(t("transcriptShort"), shown, MEDIA_LIMITS.transcript);
  return (
    <div className="media-transcript">
      <label htmlFor={`${id}-field`} className="block text-sm text-(--ink-soft)">
        {t("transcript")}
        <textarea
          id={`${id}-field`}
          rows={2}
          className={`${INPUT} mt-0.5 max-h-80 field-sizing-content resize-none sm:py-1.5 sm:text-sm`}
          value={shown}
          readOnly={readOnly}
          {...problemIds(id, problem)}
          onChange={({ target }) => {
            setTyped(target.value);
            onChange(target.value);
          }}
          onBlur={() => setTyped(null)}
        />
      </label>
      <Problem id={id} problem={problem} />
    </div>
  );
}
