"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type Ref, type RefObject, useImperativeHandle, useRef, useState, useTransition } from "react";
import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import type { Content } from "#features/text/kind.ts";
import { clockTime } from "../save/clock-time.ts";
import type { CopyKey, LeftText, LeftWords } from "../save/copies.ts";
import { wordsIn } from "../save/words-in.ts";
import { SmallButton } from "../small-button.tsx";
import { useLeftBehind } from "../use-left-behind.ts";
import { LeftWordsDialog } from "./left-words.tsx";
import { TwoTexts } from "./two-texts.tsx";

type Props = CopyKey & {
  kind: KindName;
  content: Content;
  read: () => Content;
  /** False when what stands on the screen could be kept nowhere. */
  onRestore: (text: Content) => Promise<boolean>;
  showFields?: (content: Content) => ReactNode;
  /** What was stopped for want of an answer may go on. */
  onAnswered: () => void;
  ref: Ref<LeftNotice>;
};

/** `find`: where words that nobody has answered for are offered; null where there are none. */
export type LeftNotice = { find: () => Promise<HTMLElement | null> };

/** Offers back what this browser kept when an earlier page was closed before it could save. */
export function LeftBehind({ read, onRestore, showFields, onAnswered, ref, ...options }: Props) {
  const { text, words, done, looked } = useLeftBehind(options);
  const ofText = useRef<HTMLButtonElement>(null);
  const ofWords = useRef<HTMLButtonElement>(null);
  useImperativeHandle(ref, () => ({
    find: async () => {
      await looked();
      return ofText.current ?? ofWords.current;
    },
  }));
  const answered = (tab: string) => {
    done(tab);
    onAnswered();
  };
  return (
    <>
      {text === null ? null : (
        <Found key={text.tab} at={text.at} button={ofText}>
          {(close) => (
            <Choice
              {...{ text, read, onRestore, showFields }}
              kind={options.kind}
              onDone={() => answered(text.tab)}
              onClose={close}
            />
          )}
        </Found>
      )}
      {words === null ? null : (
        <FoundWords key={words.tab} left={words} onDrop={() => answered(words.tab)} button={ofWords} />
      )}
    </>
  );
}

/** The same where nothing can be put back, because the text is not open: words to be copied out. */
export function LeftToCopy(options: CopyKey & { kind: KindName; content: Content | null }) {
  const t = useTranslations("editor.leftBehind");
  const { text, words, done } = useLeftBehind(options);
  const left = words ?? (text && { ...text, words: wordsIn(kindOf(options), text.content), sentence: t("notOpen") });
  if (left === null) return null;
  return <FoundWords key={left.tab} left={left} onDrop={() => done(left.tab)} />;
}

type FoundWordsProps = Pick<FoundProps, "button"> & { left: LeftWords; onDrop: () => void };

function FoundWords({ left, onDrop, button }: FoundWordsProps) {
  return (
    <Found at={left.at} sentence={left.sentence} button={button}>
      {(close) => <LeftWordsDialog left={left} onDrop={onDrop} onClose={close} />}
    </Found>
  );
}

type FoundProps = {
  at: string | null;
  /** Why it cannot be put back. Absent: it can. */
  sentence?: string | null;
  /** What the answer begins with. */
  button?: RefObject<HTMLButtonElement | null>;
  children: (close: () => void) => ReactNode;
};

function Found({ at, sentence, button, children }: FoundProps) {
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
      <SmallButton ref={button} onClick={() => setOpen(true)}>
        {t(sentence === undefined ? "compare" : "see")}
      </SmallButton>
      {open ? children(() => setOpen(false)) : null}
    </div>
  );
}

type ChoiceProps = Pick<Props, "kind" | "read" | "onRestore" | "showFields"> & {
  text: LeftText;
  onDone: () => void;
  onClose: () => void;
};

function Choice({ kind, text: { at, content }, read, onRestore, showFields, onDone, onClose }: ChoiceProps) {
  const t = useTranslations("editor.leftBehind");
  const [choosing, choose] = useTransition();
  const [noRoom, setNoRoom] = useState(false);
  return (
    <TwoTexts
      {...{ kind, showFields }}
      title={t("title")}
      explanation={t("explanation")}
      problem={noRoom ? t("noRoom") : null}
      busy={choosing}
      mine={{
        title: at === null ? t("keptOnce") : t("kept", clockTime(at)),
        content,
        choose: t("restore"),
        onChoose: () =>
          choose(async () => {
            if (await onRestore(content)) onDone();
            else setNoRoom(true);
          }),
      }}
      theirs={{ title: t("current"), content: read(), choose: t("drop"), onChoose: onDone }}
      onClose={onClose}
    />
  );
}
