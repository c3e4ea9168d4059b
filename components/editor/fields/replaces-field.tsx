import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Combobox } from "#components/ui/combobox.tsx";
import { PAPER_LIMITS } from "#features/kinds/paper.ts";
import { cleanLine } from "#lib/nfc.ts";
import type { Outcome } from "#lib/outcome.ts";
import type { Option } from "../props.ts";
import { SmallButton } from "../small-button.tsx";
import { FieldFrame, INPUT } from "./field-frame.tsx";

type Props = {
  replaces: readonly number[];
  /** What those that it names already are called. */
  papers: readonly Option[];
  /** The paper itself. */
  without: number;
  readOnly: boolean;
  onFind: (words: string) => Promise<Outcome<Option[]>>;
  onChange: (change: (now: { replaces: number[] }) => { replaces: number[] }) => void;
};

/** While somebody types nothing is asked, in milliseconds. */
const PAUSE_MS = 250;

/** Papers in whose place this one stands: found among those that readers have, by what is typed. */
export function ReplacesField({ replaces, papers, without, readOnly, onFind, onChange }: Props) {
  const t = useTranslations("editor.fields");
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<readonly Option[]>([]);
  const [chosen, setChosen] = useState<readonly Option[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const newest = useRef(0);
  const words = cleanLine(typed);
  useEffect(() => {
    newest.current += 1;
    const own = newest.current;
    if (words.length < 2) {
      setFound([]);
      return;
    }
    const pause = setTimeout(async () => {
      const outcome = await onFind(words).catch(() => null);
      // Something else was typed meanwhile.
      if (own !== newest.current) return;
      setFound(outcome?.ok ? outcome.value : []);
      setProblem(outcome?.ok ? null : (outcome?.sentence ?? t("replacesNotFound")));
    }, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [words, onFind, t]);
  const known = [...papers, ...chosen];
  const isFull = replaces.length >= PAPER_LIMITS.replaces;
  const offered = isFull ? [] : found.filter(({ id }) => id !== without && !replaces.includes(id));
  const nameOf = (id: number) => known.find((one) => one.id === id)?.name ?? `#${id}`;
  return (
    <div data-field="replaces">
      <FieldFrame
        label={t("replaces")}
        hint={isFull ? t("replacesFull", { most: PAPER_LIMITS.replaces }) : t("replacesHint")}
        problem={problem}
      >
        {(ids) => (
          <Combobox
            input={{ ...ids, readOnly, className: INPUT, maxLength: 200 }}
            label={t("replaces")}
            value={typed}
            choices={offered.map((paper) => ({ key: String(paper.id), label: paper.name, paper }))}
            takesFirst
            onType={(text) => {
              setTyped(text);
              setProblem(null);
            }}
            onChoose={({ paper }) => {
              setChosen((before) => [...before, paper]);
              onChange((now) => ({ replaces: [...now.replaces.filter((id) => id !== paper.id), paper.id] }));
              setTyped("");
            }}
          />
        )}
      </FieldFrame>
      {replaces.length === 0 ? null : (
        <ul className="mt-2 space-y-1.5" aria-label={t("replacesChosen")}>
          {replaces.map((id) => (
            <li
              key={id}
              className="flex items-start justify-between gap-2 rounded border border-(--line) bg-(--field) p-1 ps-2.5 text-sm"
            >
              <span className="min-w-0 py-1 break-words">{nameOf(id)}</span>
              <SmallButton
                className="min-w-11 px-2"
                disabled={readOnly}
                aria-label={t("replacesRemove", { name: nameOf(id) })}
                onClick={() => onChange((now) => ({ replaces: now.replaces.filter((other) => other !== id) }))}
              >
                ✕
              </SmallButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
