const PREFIX = "toasoan.open.";

const BEAT_EVERY_MS = 10_000;
/** How long a tab counts as open after a beat. Tabs that were hidden for minutes get to run once a minute. */
const IN_SIGHT_MS = 30_000;
const HIDDEN_MS = 150_000;

/** Tells other tabs that this one is open, in the storage that they share, until `signal` aborts or the page is left. */
export function beat(tab: string, signal: AbortSignal): void {
  let left = false;
  const say = () => {
    if (left) return;
    write(tab, Date.now() + (document.visibilityState === "hidden" ? HIDDEN_MS : IN_SIGHT_MS));
  };
  const leave = () => {
    left = true;
    remove(tab);
  };
  const timer = setInterval(say, BEAT_EVERY_MS);
  window.addEventListener("pagehide", leave, { signal });
  window.addEventListener(
    "pageshow",
    () => {
      left = false;
      say();
    },
    { signal },
  );
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    leave();
  });
  say();
}

/** The tabs that are open, each with the time until which it counts as open. What stopped beating is swept away. */
export function beating(): ReadonlyMap<string, number> {
  const open = new Map<string, number>();
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(PREFIX)) continue;
      const until = Number(localStorage.getItem(key));
      if (until > Date.now()) open.set(key.slice(PREFIX.length), until);
      else localStorage.removeItem(key);
    }
  } catch {
    // storage is switched off: no tab keeps anything there either
  }
  return open;
}

function write(tab: string, until: number): void {
  try {
    localStorage.setItem(PREFIX + tab, String(until));
  } catch {
    // no room for a number: then the copy of this tab did not fit either
  }
}

function remove(tab: string): void {
  try {
    localStorage.removeItem(PREFIX + tab);
  } catch {
    // storage is switched off: nothing was written either
  }
}
