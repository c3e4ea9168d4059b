import { useEffect, useRef } from "react";
import { answerOf } from "#components/ui/answer-of.ts";
import { listen } from "./listening.ts";

/**
 * Asks an address for what changed: when something did, and when the page is looked at again.
 * @param stream the address of the stream
 * @param question the address to ask, as it is at the moment of asking; null asks nothing
 * @param onAnswer what it said
 */
export function useListening<T>(stream: string, question: () => string | null, onAnswer: (answer: T) => void): void {
  const latest = useRef({ question, onAnswer });
  useEffect(() => {
    latest.current = { question, onAnswer };
  });
  useEffect(() => {
    const left = new AbortController();
    async function ask(): Promise<boolean> {
      const address = latest.current.question();
      if (address === null) return true;
      const answer = await answerOf<T>(address);
      if (answer !== null && answer !== "signed_out" && !left.signal.aborted) latest.current.onAnswer(answer);
      return answer !== "signed_out";
    }
    const line = listen({
      open: () => new EventSource(stream),
      ask,
      isVisible: () => document.visibilityState === "visible",
    });
    const { signal } = left;
    document.addEventListener("visibilitychange", line.look, { signal });
    window.addEventListener("pageshow", ({ persisted }) => persisted && line.look(), { signal });
    window.addEventListener("online", line.look, { signal });
    window.addEventListener("pagehide", line.rest, { signal });
    return () => {
      left.abort();
      line.stop();
    };
  }, [stream]);
}
