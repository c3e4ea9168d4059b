/** A page that is looked at does not wait for a server that is away. Milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Asks an address of ours for what it knows.
 * @returns "signed_out" when nobody is signed in any more; null when the server is away, or knows no answer for this person
 */
export async function answerOf<T>(address: string): Promise<T | "signed_out" | null> {
  try {
    const answer = await fetch(address, {
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.status === 401) return "signed_out";
    return answer.status === 200 ? ((await answer.json()) as T) : null;
  } catch {
    return null;
  }
}
