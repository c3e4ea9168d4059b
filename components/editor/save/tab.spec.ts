import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { aliveTabs, sayAlive } from "./tab.ts";

/** A browser on an address without HTTPS: storage, which all tabs share, and no locks. */
let stored: Record<string, string>;

beforeEach(() => {
  vi.useFakeTimers();
  stored = {};
  const storage = {
    getItem: (key: string) => stored[key] ?? null,
    setItem: (key: string, value: string) => {
      stored[key] = value;
    },
    removeItem: (key: string) => delete stored[key],
  };
  vi.stubGlobal("navigator", {});
  vi.stubGlobal(
    "localStorage",
    new Proxy(storage, {
      ownKeys: () => Object.keys(stored),
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    }),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Opens a page in a tab; other pages stay open. */
function open(tab: string) {
  const page = {
    document: Object.assign(new EventTarget(), { visibilityState: "visible" }),
    window: new EventTarget(),
  };
  vi.stubGlobal("document", page.document);
  vi.stubGlobal("window", page.window);
  const gone = new AbortController();
  sayAlive(tab, gone.signal);
  const hide = () => {
    page.document.visibilityState = "hidden";
    page.document.dispatchEvent(new Event("visibilitychange"));
  };
  return {
    unmount: () => gone.abort(),
    hide,
    close() {
      page.window.dispatchEvent(new Event("pagehide"));
      hide();
    },
    comeBack: () => page.window.dispatchEvent(new Event("pageshow")),
  };
}

const alive = async () => [...(await aliveTabs("here")).tabs];

it("without locks a tab that is open counts as alive for as long as it is open", async () => {
  const one = open("a");
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(await alive()).toEqual(["a"]);
  one.unmount();
  expect(await alive()).toEqual([]);
});

it("without locks a closed tab is gone at once, and one that comes back is back", async () => {
  const one = open("a");
  one.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await alive()).toEqual([]);
  one.comeBack();
  expect(await alive()).toEqual(["a"]);
});

it("without locks a tab that died counts as open for half a minute, and it is known until when", async () => {
  const died = String(Date.now() + 30_000);
  stored["toasoan.open.a"] = died;
  expect(await aliveTabs("here")).toEqual({ tabs: new Set(["a"]), until: Number(died) });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await aliveTabs("here")).toEqual({ tabs: new Set(), until: null });
  expect(stored).toEqual({});
});

it("without locks a hidden tab whose clock is slowed down to a beat a minute stays alive", async () => {
  open("a").hide();
  await vi.advanceTimersByTimeAsync(10_000);
  vi.clearAllTimers();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(await alive()).toEqual(["a"]);
});

it("this tab is nobody to wait for", async () => {
  open("here");
  expect((await aliveTabs("here")).until).toBeNull();
});

it("with locks the browser says which tabs are open, and nothing is written", async () => {
  const query = async () => ({ held: [{ name: "toasoan.tab.a" }, { name: "other" }] });
  vi.stubGlobal("navigator", { locks: { query, request: async () => undefined } });
  open("a");
  expect(await aliveTabs("here")).toEqual({ tabs: new Set(["a"]), until: null });
  expect(stored).toEqual({});
});
