import { Agent, request } from "node:http";
import type { ArticleContent } from "#features/kinds/article.ts";
import { start } from "#features/moves/commands.ts";
import { ms, percentile, say } from "./figures.ts";
import { aLongText } from "./office.ts";
import type { Product } from "./product.ts";

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

/** Saves that are not counted: a server that has just begun still compiles its code. */
const WARM_UP = 300;
const SAVES = 500;

/**
 * A long report is saved again and again, changed each time, as by an editor that never rests. Each save is timed from its first byte
 * to the last of the answer, on one connection that stays open.
 */
export async function autosaves({ url, office, password }: Product): Promise<void> {
  const cookie = await signIn(url, office.writerEmail, password);
  const texts = Array.from({ length: WARM_UP + SAVES }, (_, nth) => aLongText(office.sectionId, ` ${nth}`));
  const tab = openTab(url, cookie, await start(office.writer, "article"));
  const took: number[] = [];
  for (const text of texts) took.push(await tab.save(text));
  tab.close();
  const warm = took.slice(WARM_UP);
  const figures = `p50 ${ms(percentile(warm, 0.5))}, p95 ${ms(percentile(warm, 0.95))}`;
  say("autosave of a long report (under 10 / 20 ms)", figures);
}

/** An editor's tab, which saves as one does. Each save says how long it took, in ms. */
export function openTab(url: string, cookie: string, documentId: number) {
  const tab = crypto.randomUUID();
  const line = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { cookie, origin: url, "sec-fetch-site": "same-origin", "content-type": "application/json" };
  let counter = 0;
  let base = 1;
  return {
    async save(content: ArticleContent): Promise<number> {
      counter += 1;
      const body = JSON.stringify({ tab, counter, base, content });
      const began = performance.now();
      const answer = await put(`${url}/api/drafts/${documentId}`, line, headers, body);
      const took = performance.now() - began;
      if (answer.status !== 200) throw new Error(`a save was answered ${answer.status}: ${answer.text.slice(0, 200)}`);
      base = (JSON.parse(answer.text) as { version: number }).version;
      return took;
    },
    close: () => line.destroy(),
  };
}

/** By Node's plain client: `fetch` takes a millisecond of its own, which no server can help. */
function put(url: string, agent: Agent, headers: Record<string, string>, body: string) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const length = { "content-length": Buffer.byteLength(body) };
    const asked = request(url, { method: "PUT", agent, headers: { ...headers, ...length } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      answer.on("error", reject);
    });
    asked.on("error", reject);
    asked.end(body);
  });
}
