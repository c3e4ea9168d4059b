import { useTranslations } from "next-intl";
import type { Option } from "../props.ts";

type Props = { tags: readonly Option[]; readOnly: boolean; onRemove: (id: number) => void };

export function ChosenTags({ tags, readOnly, onRemove }: Props) {
  const t = useTranslations("editor.fields");
  if (tags.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-wrap gap-1.5" aria-label={t("tagsChosen")}>
      {tags.map(({ id, name }) => (
        <li key={id} className="flex items-center rounded border border-(--line) bg-(--field) ps-2 text-sm">
          {name}
          <button
            type="button"
            disabled={readOnly}
            aria-label={t("tagRemove", { name })}
            className="min-h-8 min-w-8 px-2 max-sm:min-h-11 max-sm:min-w-9 focus-visible:outline-2 focus-visible:outline-(--accent)"
            onClick={() => onRemove(id)}
          >
            ✕
          </button>
        </li>
      ))}
    </ul>
  );
}
