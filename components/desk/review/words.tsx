import { useTranslations } from "next-intl";
import type { Words } from "#features/text/compare.ts";

/** Words that were added or taken away, marked for eyes and, in words, for ears. */
export function MarkedWords({ words }: { words: readonly Words[] }) {
  const t = useTranslations("desk.changes");
  let at = 0;
  return (
    <span className="break-words whitespace-pre-line">
      {words.map(({ text, kind }) => {
        at += text.length;
        if (kind === "same") return <span key={`${at}${kind}`}>{text}</span>;
        const Mark = kind === "added" ? "ins" : "del";
        return (
          <Mark key={`${at}${kind}`} className={LOOKS[kind]}>
            <span className="sr-only">{t(kind === "added" ? "insBegins" : "delBegins")}</span>
            {text}
            <span className="sr-only">{t(kind === "added" ? "insEnds" : "delEnds")}</span>
          </Mark>
        );
      })}
    </span>
  );
}

const LOOKS = {
  added: "rounded-sm bg-ok/15 text-ok decoration-2 underline underline-offset-4",
  removed: "rounded-sm bg-danger/10 text-danger line-through decoration-2",
} as const;
