import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useState } from "react";
import { pictureKey } from "#features/text/picture-cut.ts";
import type { Outcome } from "#lib/outcome.ts";
import type { Known } from "../files/file-states.ts";
import type { FileView } from "../files/file-view.ts";
import { saidAgain, useFile } from "../files/use-file.ts";
import { SmallButton } from "../small-button.tsx";

type Again = (which: { sha256: string; cut: string }) => Promise<Outcome<void>>;

/** How a cut that failed is tried once more; null where nobody can be asked. Figures stand deep in the text, and it is the same for all. */
export const CutAgain = createContext<Again | null>(null);

type Props = {
  file: string | null;
  /** What is known of the whole picture: what is amiss with that is said of it. */
  whole: Known;
  cut: string;
  readOnly: boolean;
};

/** Says of a cut that readers cannot get why that is, and has it tried once more; nothing where all is well. */
export function BrokenCut({ file, whole, cut, readOnly }: Props): ReactNode {
  const t = useTranslations("editor.figure");
  const tryAgain = useContext(CutAgain);
  const known = useFile(file === null || cut === "" ? null : pictureKey({ file, cut }));
  const [asked, setAsked] = useState<"no" | "asking" | "yes">("no");
  const [refused, setRefused] = useState<string | null>(null);
  if (file === null || !isThere(known) || !isThere(whole) || whole.hidden || whole.state === "failed") return null;
  const isTried = asked === "asking" || (asked === "yes" && known.state === "waiting");
  if (known.state !== "failed" && !isTried) return null;

  async function press(sha256: string): Promise<void> {
    if (tryAgain === null || isTried) return;
    setAsked("asking");
    const outcome = await tryAgain({ sha256, cut }).catch(() => null);
    // Also after a no: somebody else may have had it tried.
    await saidAgain([sha256]);
    setRefused(outcome?.ok ? null : (outcome?.sentence ?? t("notAsked")));
    setAsked(outcome?.ok ? "yes" : "no");
  }

  return (
    <div className="figure-said is-problem" role="status">
      <p>{isTried ? t("cuttingAgain") : t("notCut", { failure: known.failure ?? "" })}</p>
      {refused === null ? null : <p>{refused}</p>}
      {readOnly || tryAgain === null ? null : (
        // It stays where it is while it is tried, so that whoever pressed it by keyboard does not lose their place.
        <SmallButton
          className="mt-1 aria-disabled:opacity-40 sm:min-h-9 sm:py-1"
          aria-disabled={isTried}
          onClick={() => void press(file)}
        >
          {t("cutAgain")}
        </SmallButton>
      )}
    </div>
  );
}

const isThere = (known: Known): known is FileView => known !== null && known !== "missing";
