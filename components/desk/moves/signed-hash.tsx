import { useTranslations } from "next-intl";
import { isSigned, type Press } from "#features/moves/presses.ts";
import { type Target, textOf } from "./press-form.tsx";

/** Beside buttons that sign a text: which text exactly, in the first signs of its hash. */
export function SignedHash({ presses, target }: { presses: readonly Press[]; target: Target }) {
  const t = useTranslations("desk.eyes");
  const signed = presses.find(isSigned);
  const text = signed === undefined ? null : textOf(signed, target);
  if (text === null) return null;
  const { hash } = text;
  return (
    <p className="text-xs text-ink-soft">
      {t("hash")}: <code title={hash}>{hash.slice(0, 12)}</code>
    </p>
  );
}
