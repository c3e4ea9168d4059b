import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { calledOf } from "#components/desk/called.ts";
import type { KindName } from "#features/kinds/kinds.ts";
import type { Content } from "#features/text/kind.ts";
import type { Theirs } from "../props.ts";
import { clockTime } from "../save/clock-time.ts";
import { TwoTexts } from "./two-texts.tsx";

type Props = {
  kind: KindName;
  mine: Content;
  theirs: Theirs;
  onMine: () => void;
  onTheirs: (text: Content) => void;
  onClose: () => void;
  showFields?: (content: Content) => ReactNode;
};

/** The text was saved elsewhere since this page read it. */
export function Conflict({ kind, mine, theirs, onMine, onTheirs, onClose, showFields }: Props) {
  const t = useTranslations("editor.conflict");
  const { content, savedBy, savedAt } = theirs;
  return (
    <TwoTexts
      {...{ kind, showFields }}
      title={t("title", { what: calledOf(kind).What })}
      explanation={t("explanation")}
      mine={{ title: t("mine"), content: mine, choose: t("chooseMine"), onChoose: onMine }}
      theirs={{
        title: t("theirs", { name: savedBy, ...clockTime(savedAt) }),
        content,
        choose: t("chooseTheirs"),
        onChoose: () => onTheirs(content),
      }}
      onClose={onClose}
    />
  );
}
