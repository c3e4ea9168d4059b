import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { LIMITS } from "#features/kinds/article.ts";
import { cleanLine } from "#lib/nfc.ts";
import type { Outcome } from "#lib/outcome.ts";
import type { Option } from "../props.ts";
import { type Choice, Choices, choiceId } from "./choices.tsx";
import { ChosenTags } from "./chosen-tags.tsx";
import { FieldFrame, INPUT } from "./field-frame.tsx";
import type { FieldProps } from "./fields.ts";
import { matching, sameName } from "./matching.ts";

type Props = FieldProps & { tags: readonly Option[]; onMakeTag: (name: string) => Promise<Outcome<Option>> };

const MOST_SHOWN = 8;

/** Tags: type to find one (accents do not matter) or to make a new one. */
export function TagField({ fields, onChange, readOnly, tags, onMakeTag }: Props) {
  const t = useTranslations("editor.fields");
  const [made, setMade] = useState<readonly Option[]>([]);
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const known = [...tags, ...made.filter(({ id }) => !tags.some((tag) => tag.id === id))];
  const name = cleanLine(typed);
  const found = matching(
    known.filter(({ id }) => !fields.tagIds.includes(id)),
    name,
  ).slice(0, MOST_SHOWN);
  const isNew = name !== "" && !known.some((tag) => sameName(tag.name, name));
  const full = fields.tagIds.length >= LIMITS.tags;
  const offered: Choice[] = [
    ...found.map((tag) => ({ key: String(tag.id), label: tag.name, choose: () => add(tag) })),
    ...(isNew ? [{ key: "new", label: t("tagMake", { name }), choose: () => void make() }] : []),
  ];
  const choices = full ? [] : offered;

  function add({ id }: Option): void {
    if (!fields.tagIds.includes(id)) onChange({ tagIds: [...fields.tagIds, id] });
    setTyped("");
    setOpen(false);
  }

  async function make(): Promise<void> {
    const outcome = await onMakeTag(name);
    setProblem(outcome.ok ? null : outcome.sentence);
    if (!outcome.ok) return;
    setMade((before) => [...before, outcome.value]);
    add(outcome.value);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const by = event.key === "ArrowDown" ? 1 : -1;
      setAt((now) => (choices.length === 0 ? 0 : (now + by + choices.length) % choices.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (open) choices[at]?.choose();
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === "Backspace" && typed === "" && fields.tagIds.length > 0) {
      onChange({ tagIds: fields.tagIds.slice(0, -1) });
    }
  }

  return (
    <div>
      <FieldFrame label={t("tags")} hint={full ? t("tagsFull", { most: LIMITS.tags }) : undefined} problem={problem}>
        {(ids) => (
          <div className="relative">
            <input
              {...ids}
              className={INPUT}
              role="combobox"
              aria-expanded={open && choices.length > 0}
              aria-controls={`${ids.id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={open && choices[at] ? choiceId(ids.id, choices[at].key) : undefined}
              value={typed}
              maxLength={100}
              autoComplete="off"
              readOnly={readOnly}
              placeholder={readOnly ? undefined : t("tagsHint")}
              onChange={(event) => {
                setTyped(event.target.value);
                setOpen(true);
                setAt(0);
                setProblem(null);
              }}
              onKeyDown={onKey}
              onBlur={() => setOpen(false)}
            />
            <Choices id={ids.id} label={t("tags")} open={open} choices={choices} at={at} onHover={setAt} />
          </div>
        )}
      </FieldFrame>
      <ChosenTags
        tags={fields.tagIds.map((id) => known.find((tag) => tag.id === id) ?? { id, name: `#${id}` })}
        readOnly={readOnly}
        onRemove={(id) => onChange({ tagIds: fields.tagIds.filter((other) => other !== id) })}
      />
    </div>
  );
}
