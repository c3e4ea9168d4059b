import { useTranslations } from "next-intl";
import { SmallButton } from "../small-button.tsx";

type Props = {
  articles: readonly { key: string; id: number; name: string }[];
  readOnly: boolean;
  /** The places that are left, from 0, in their new order. */
  onChange: (places: number[]) => void;
};

const SMALL = "min-w-9 px-2 sm:min-h-9 sm:py-1";

/** Related articles in the order in which readers meet them. */
export function ChosenArticles({ articles, readOnly, onChange }: Props) {
  const t = useTranslations("editor.fields");
  if (articles.length === 0) return null;
  const places = articles.map((_, at) => at);
  const without = (at: number) => places.filter((one) => one !== at);
  return (
    <ol className="mt-2 space-y-1.5" aria-label={t("relatedChosen")}>
      {articles.map(({ key, id, name }, at) => (
        <li key={key} className="flex items-center gap-1 rounded border border-(--line) bg-(--field) ps-2 text-sm">
          <span className="min-w-0 grow py-1.5 break-words">
            {name} <span className="text-(--ink-soft)">({id})</span>
          </span>
          {readOnly || at === 0 ? null : (
            <SmallButton
              className={SMALL}
              aria-label={t("relatedUp", { name })}
              onClick={() => onChange(without(at).toSpliced(at - 1, 0, at))}
            >
              ↑
            </SmallButton>
          )}
          {readOnly ? null : (
            <SmallButton
              className={SMALL}
              aria-label={t("relatedRemove", { name })}
              onClick={() => onChange(without(at))}
            >
              ✕
            </SmallButton>
          )}
        </li>
      ))}
    </ol>
  );
}
