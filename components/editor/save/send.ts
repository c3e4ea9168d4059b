import { draftPath } from "#features/addresses/desk.ts";
import { TOO_LONG } from "#features/text/content.ts";
import type { SaveAnswer, SaveRefusal, SaveRequest } from "../props.ts";
import type { SaveEvent } from "./state.ts";

/** The Fetch standard lets bodies of up to 64 KiB outlive their page. Room is left for the headers. */
const OUTLIVES_PAGE_BYTES = 60_000;

/** A request that is larger is cut off half-read, which a browser cannot tell from a lost connection. */
const LARGEST_BYTES = 3 * 1024 * 1024;

/** A save that hangs is a save that failed: the network may be gone without saying so. Milliseconds. */
const PATIENCE_MS = 20_000;

/** Sends one save. Never throws: everything that can happen is an event. `refusedSentence` when the server gave none. */
export async function send(
  { documentId, personId }: { documentId: number; personId: number },
  request: SaveRequest,
  refusedSentence: string,
): Promise<SaveEvent> {
  const body = JSON.stringify({ ...request, by: personId });
  const bytes = new TextEncoder().encode(body).length;
  if (bytes > LARGEST_BYTES) return { type: "refused", sentence: TOO_LONG };
  try {
    const answer = await fetch(draftPath(documentId), {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body,
      redirect: "manual",
      keepalive: bytes <= OUTLIVES_PAGE_BYTES,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return await eventOf(answer, refusedSentence);
  } catch {
    return { type: "failed", at: Date.now() };
  }
}

async function eventOf(answer: Response, refusedSentence: string): Promise<SaveEvent> {
  if (answer.type === "opaqueredirect") return { type: "signed_out" };
  if (answer.status === 401) return { type: await whoIsThere(answer) };
  if (answer.status === 429 || answer.status >= 500) return { type: "failed", at: Date.now() };
  if (answer.ok) {
    const { version, savedAt } = (await answer.json()) as SaveAnswer;
    return { type: "saved", version, savedAt, at: Date.now() };
  }
  const { theirs, sentence } = (await answer.json().catch(() => ({}))) as Partial<SaveRefusal>;
  if (theirs !== undefined) return { type: "out_of_date", theirs };
  return { type: "refused", sentence: sentence ?? refusedSentence };
}

/** Somebody else may have signed in beside this page, or nobody is signed in. */
async function whoIsThere(answer: Response): Promise<"other_person" | "signed_out"> {
  const { code } = (await answer.json().catch(() => ({}))) as Partial<SaveRefusal>;
  return code === "other_person" ? code : "signed_out";
}
