import { useCallback, useEffect, useRef, useState } from "react";
import { answerOf } from "#components/ui/answer-of.ts";
import { filesPath } from "#features/addresses/desk.ts";
import type { FileKind } from "#features/files/media.ts";
import type { Offered } from "#features/library/types.ts";
import type { FileView } from "./file-view.ts";

/** Whoever types is not asked at each letter. Milliseconds. */
const PAUSE_MS = 250;

type State = "asking" | "there" | "signedOut" | "away";
type Next = Offered["next"];

/**
 * The library's files of a kind with these words, in one collection or all, the newest first; `more` gets the next ones, and is
 * null at their end.
 */
export function useOffered(kind: FileKind, words: string, collectionId: number | null) {
  const [files, setFiles] = useState<FileView[]>([]);
  const [state, setState] = useState<State>("asking");
  const [next, setNext] = useState<Next>(null);
  const [collections, setCollections] = useState<Offered["collections"]>([]);
  /** Counts the questions: an answer to an older one says nothing. */
  const asked = useRef(0);

  const ask = useCallback(
    async (wanted: string, from: Next) => {
      asked.current += 1;
      const mine = asked.current;
      setState("asking");
      const said = { kind, words: wanted || null, collection: collectionId };
      const answer = await answerOf<Offered>(filesPath({ ...said, ...from }));
      if (asked.current !== mine) return;
      if (answer === null || answer === "signed_out") return setState(answer === null ? "away" : "signedOut");
      setFiles((before) => (from === null ? answer.files : [...before, ...answer.files]));
      if (from === null) setCollections(answer.collections);
      setNext(answer.next);
      setState("there");
    },
    [kind, collectionId],
  );

  useEffect(() => {
    const timer = setTimeout(() => void ask(words.trim(), null), words === "" ? 0 : PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.current += 1;
    };
  }, [words, ask]);

  return { files, collections, state, more: next === null ? null : () => void ask(words.trim(), next) };
}
