import type { Content } from "#features/text/content.ts";
import { percentile } from "./figures.ts";

/** Signs in as a browser does. @returns the cookies of the session */
export async function signIn(url: string, email: string, password: string): Promise<string> {
  const jar = new Map<string, string>();
  const keep = (answer: Response) => {
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";", 1);
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
  };
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const hello = await fetch(`${url}/api/auth/csrf`);
  keep(hello);
  const { csrfToken } = (await hello.json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, email, password, json: "true" });
  keep(
    await fetch(`${url}/api/auth/callback/credentials`, {
      ...{ method: "POST", body, redirect: "manual" as const },
      headers: { cookie: cookies(), origin: url, "sec-fetch-site": "same-origin" },
    }),
  );
  if (![...jar.keys()].some((name) => name.endsWith("session-token"))) throw new Error("signing in failed");
  return cookies();
}

/** Saves a text again and again, changed each time, like an editor that never rests. @returns p50 and p95 in ms */
export async function autosave(
  url: string,
  cookie: string,
  articleId: number,
  texts: Content[],
): Promise<{ p50: number; p95: number }> {
  const tab = crypto.randomUUID();
  const took: number[] = [];
  let base = 1;
  for (const [i, content] of texts.entries()) {
    const body = JSON.stringify({ tab, counter: i + 1, base, content });
    const began = performance.now();
    const answer = await fetch(`${url}/api/drafts/${articleId}`, {
      ...{ method: "PUT", body },
      headers: { cookie, origin: url, "sec-fetch-site": "same-origin", "content-type": "application/json" },
    });
    const said = (await answer.json()) as { version: number };
    took.push(performance.now() - began);
    if (answer.status !== 200)
      throw new Error(`a save was answered ${answer.status}: ${JSON.stringify(said).slice(0, 200)}`);
    base = said.version;
  }
  const warm = took.slice(20);
  return { p50: percentile(warm, 0.5), p95: percentile(warm, 0.95) };
}
