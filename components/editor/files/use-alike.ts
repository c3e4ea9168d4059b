import { useEffect, useState } from "react";
import { answerOf } from "#components/ui/answer-of.ts";
import { filesPath } from "#features/addresses/desk.ts";
import type { Offered } from "#features/library/types.ts";
import type { Known } from "./file-states.ts";
import type { FileView } from "./file-view.ts";
import type { Uploader } from "./uploader.ts";

/** What is answered of each file, or that somebody keeps theirs: it is asked once in a page, and nobody is asked twice. */
const asked = new Map<string, Promise<FileView | null>>();

/**
 * A picture that the library had before and that looks nearly like one which was just brought; null where there is none, and
 * once somebody has said that they keep theirs.
 */
export function useAlike(
  file: string | null,
  known: Known,
  uploads: Uploader,
): { other: FileView | null; keep: () => void } {
  const isNew =
    file !== null && known !== null && known !== "missing" && known.state === "ready" && uploads.hasBrought(file);
  const [found, setFound] = useState<{ of: string; other: FileView | null } | null>(null);
  useEffect(() => {
    if (!isNew) return;
    let isHere = true;
    void alikeOf(file, uploads).then((other) => isHere && setFound({ of: file, other }));
    return () => {
      isHere = false;
    };
  }, [file, isNew, uploads]);
  return {
    other: isNew && found?.of === file ? found.other : null,
    keep: () => {
      if (file === null) return;
      asked.set(file, Promise.resolve(null));
      setFound({ of: file, other: null });
    },
  };
}

function alikeOf(file: string, uploads: Uploader): Promise<FileView | null> {
  const known = asked.get(file);
  if (known !== undefined) return known;
  const answer = answerOf<Offered>(filesPath({ alike: file })).then((said) => {
    // Nothing depends on it: where nobody answers, nothing is offered.
    if (said === null || said === "signed_out") return null;
    // Several of one scene that were brought together are meant to be several.
    return said.files.find(({ sha256 }) => !uploads.hasBrought(sha256)) ?? null;
  });
  asked.set(file, answer);
  return answer;
}
