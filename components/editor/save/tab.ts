const PREFIX = "toasoan.tab.";

/** A UUID; `crypto.randomUUID` is missing on addresses without HTTPS, which office networks have. */
export function newTab(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Says to other tabs that this one is open, until `signal` aborts. Where the browser has no locks nobody is told. */
export function sayAlive(tab: string, signal: AbortSignal): void {
  navigator.locks
    ?.request(PREFIX + tab, () => new Promise<void>((done) => signal.addEventListener("abort", () => done())))
    .catch(() => undefined);
}

export async function aliveTabs(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [])));
}
