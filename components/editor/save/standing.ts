import type { Standing } from "#features/desk/standing.ts";

/** A page that is looked at again does not wait for a server that is away. Milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Asks how an article stands.
 * @param tabs whose last saves are asked for
 * @returns "signed_out" when nobody is signed in any more; null when the server is away, or says anything else
 */
export async function askStanding(
  documentId: number,
  tabs: readonly string[] = [],
): Promise<Standing | "signed_out" | null> {
  const query = new URLSearchParams(tabs.map((tab) => ["tab", tab]));
  try {
    const answer = await fetch(`/api/drafts/${documentId}?${query}`, {
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.status === 401) return "signed_out";
    return answer.status === 200 ? ((await answer.json()) as Standing) : null;
  } catch {
    return null;
  }
}
