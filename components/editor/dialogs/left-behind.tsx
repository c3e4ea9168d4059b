import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Content } from "#features/text/content.ts";
import { BUTTON } from "../button-shape.ts";
import { clockTime } from "../save/clock-time.ts";
import { useLeftBehind } from "../use-left-behind.ts";
import { TwoTexts } from "./two-texts.tsx";

type Props = {
  personId: number;
  articleId: number;
  content: Content;
  read: () => Content;
  onRestore: (text: Content) => void;
};

/** Offers back what this browser kept when an earlier page was closed before it could save. */
export function LeftBehind({ personId, articleId, content, read, onRestore }: Props) {
  const t = useTranslations("editor.leftBehind");
  const { copy, done } = useLeftBehind({ personId, articleId, content, readOnly: false });
  const [comparing, setComparing] = useState(false);
  if (copy === null) return null;
  const when = clockTime(copy.at);
  return (
    <div
      role="alert"
      className="mb-4 flex flex-wrap items-center gap-3 rounded border border-(--warn) px-3 py-2 text-sm"
    >
      <p className="grow">{t("found", when)}</p>
      <button type="button" className={BUTTON} onClick={() => setComparing(true)}>
        {t("compare")}
      </button>
      {comparing ? (
        <TwoTexts
          title={t("title")}
          explanation={t("explanation")}
          mine={{
            title: t("kept", when),
            content: copy.content,
            choose: t("restore"),
            onChoose() {
              onRestore(copy.content);
              setComparing(false);
              done();
            },
          }}
          theirs={{
            title: t("current"),
            content: read(),
            choose: t("drop"),
            onChoose() {
              setComparing(false);
              done();
            },
          }}
          onClose={() => setComparing(false)}
        />
      ) : null}
    </div>
  );
}
