import { beat, beating } from "./heartbeat.ts";

const PREFIX = "toasoan.tab.";

/** A UUID; `crypto.randomUUID` is missing on addresses without HTTPS, which office networks have. */
export function newTab(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** What says to other tabs that one of this page is open. */
const said = new Map<string, AbortController>();

/** Editors of this page that are no more, for this page: others count them as open while their words are on the way. */
const ended = new Set<string>();

/** Says to other tabs that this one is open, until it is left. Browsers have locks on addresses with HTTPS alone. */
export function sayAlive(tab: string): void {
  ended.delete(tab);
  if (said.has(tab)) return;
  const gone = new AbortController();
  said.set(tab, gone);
  if (navigator.locks === undefined) {
    beat(tab, gone.signal);
    return;
  }
  navigator.locks
    .request(PREFIX + tab, () => new Promise<void>((done) => gone.signal.addEventListener("abort", () => done())))
    .catch(() => undefined);
}

/**
 * The tab's editor is left. Other tabs may not take its copy for abandoned before `atRest` resolves: until then it goes
 * on sending what is in it.
 */
export function sayLeft(tab: string, atRest: Promise<void>): void {
  ended.add(tab);
  void atRest.then(() => {
    if (!ended.has(tab)) return;
    said.get(tab)?.abort();
    said.delete(tab);
  });
}

/**
 * The tabs that are open. `until`: when one other than `here` may turn out to be gone without having said so,
 * null where the browser itself knows which are open.
 */
export async function aliveTabs(here: string): Promise<{ tabs: ReadonlySet<string>; until: number | null }> {
  if (navigator.locks === undefined) {
    const open = [...beating()].filter(([tab]) => !ended.has(tab));
    const others = open.flatMap(([tab, until]) => (tab === here ? [] : [until]));
    return { tabs: new Set(open.map(([tab]) => tab)), until: others.length === 0 ? null : Math.min(...others) };
  }
  const { held = [] } = await navigator.locks.query();
  const tabs = held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
  return { tabs: new Set(tabs.filter((tab) => !ended.has(tab))), until: null };
}
