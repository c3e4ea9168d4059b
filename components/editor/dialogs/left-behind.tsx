import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { Content } from "#features/text/content.ts";
import { BUTTON } from "../button-shape.ts";
import { clockTime } from "../save/clock-time.ts";
import type { CopyKey, LeftText } from "../save/local-copy.ts";
import { useLeftBehind } from "../use-left-behind.ts";
import { LeftWordsDialog } from "./left-words.tsx";
import { TwoTexts } from "./two-texts.tsx";

type Props = CopyKey & {
  content: Content;
  read: () => Content;
  onRestore: (text: Content) => void;
};

/** Offers back what this browser kept when an earlier page was closed before it could save. */
export function LeftBehind({ read, onRestore, ...options }: Props) {
  const { text, words, done } = useLeftBehind(options);
  return (
    <>
      {text === null ? null : (
        <Found key={text.tab} at={text.at}>
          {(close) => <Choice {...{ text, read, onRestore }} onDone={() => done(text.tab)} onClose={close} />}
        </Found>
      )}
      {words === null ? null : (
        <Found key={words.tab} at={words.at} sentence={words.sentence}>
          {(close) => <LeftWordsDialog left={words} onDrop={() => done(words.tab)} onClose={close} />}
        </Found>
      )}
    </>
  );
}

type FoundProps = {
  at: string | null;
  /** Why it cannot be put back. Absent: it can. */
  sentence?: string | null;
  children: (close: () => void) => ReactNode;
};

function Found({ at, sentence, children }: FoundProps) {
  const t = useTranslations("editor.leftBehind");
  const [open, setOpen] = useState(false);
  return (
    <div
      role="alert"
      className="mb-4 flex flex-wrap items-center gap-3 rounded border border-(--warn) px-3 py-2 text-sm"
    >
      <p className="grow basis-60">
        {at === null ? t("foundOnce") : t("found", clockTime(at))}
        {sentence === undefined ? null : ` ${sentence === null ? t("whyUnknown") : t("why", { sentence })}`}
      </p>
      <button type="button" className={BUTTON} onClick={() => setOpen(true)}>
        {t(sentence === undefined ? "compare" : "see")}
      </button>
      {open ? children(() => setOpen(false)) : null}
    </div>
  );
}

type ChoiceProps = Pick<Props, "read" | "onRestore"> & { text: LeftText; onDone: () => void; onClose: () => void };

function Choice({ text: { at, content }, read, onRestore, onDone, onClose }: ChoiceProps) {
  const t = useTranslations("editor.leftBehind");
  return (
    <TwoTexts
      title={t("title")}
      explanation={t("explanation")}
      mine={{
        title: at === null ? t("keptOnce") : t("kept", clockTime(at)),
        content,
        choose: t("restore"),
        onChoose() {
          onRestore(content);
          onDone();
        },
      }}
      theirs={{ title: t("current"), content: read(), choose: t("drop"), onChoose: onDone }}
      onClose={onClose}
    />
  );
}
