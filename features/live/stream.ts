import type { Staff } from "#features/sessions/actor.ts";
import { ALIVE_EVERY_MS, type Word } from "./changes.ts";
import { type Switchboard, switchboard } from "./switchboard.ts";

/** As many words as wait for somebody who does not take them; then they are gone. */
const MOST_WAITING = 50;

/** Proxies do not gather what is to arrive at once. That nobody keeps or compresses it, the front says. */
const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "x-accel-buffering": "no",
};

type Subscriber = Pick<Staff, "siteId" | "personId" | "sessionId"> & { documentId: number | null };

/**
 * What is told to one desk page, as server-sent events, until it leaves, its session ends, or the product stops.
 * @param left the page has gone
 */
export function streamFor(
  asked: Subscriber,
  left: AbortSignal,
  { join }: Pick<Switchboard, "join"> = switchboard(),
): Response {
  const letters = new TextEncoder();
  let leave = () => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const tell = (word: Word) => {
          if ((controller.desiredSize ?? 0) <= 0) return over();
          controller.enqueue(letters.encode(`event: ${word}\ndata: 1\n\n`));
        };
        const alive = setInterval(() => tell("alive"), ALIVE_EVERY_MS).unref();
        let isOver = false;
        const over = () => {
          if (isOver) return;
          isOver = true;
          leave();
          controller.close();
        };
        const goOut = join({ ...asked, tell, end: over });
        leave = () => {
          isOver = true;
          clearInterval(alive);
          goOut();
        };
        left.addEventListener("abort", over);
        if (left.aborted) over();
      },
      cancel: () => leave(),
    },
    { highWaterMark: MOST_WAITING },
  );
  return new Response(body, { headers: HEADERS });
}
