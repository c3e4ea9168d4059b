import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { beating } from "./heartbeat.ts";
import { aliveTabs, sayAlive, sayLeft } from "./tab.ts";

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

/** Opens a page in a tab; other pages stay open. What was said of a tab is remembered from test to test. */
function open(tab: string) {
  const page = {
    document: Object.assign(new EventTarget(), { visibilityState: "visible" }),
    window: new EventTarget(),
  };
  vi.stubGlobal("document", page.document);
  vi.stubGlobal("window", page.window);
  sayAlive(tab);
  const hide = () => {
    page.document.visibilityState = "hidden";
    page.document.dispatchEvent(new Event("visibilitychange"));
  };
  return {
    /** Its editor is left, until `atRest` with words that are on their way. */
    leave: async (atRest = Promise.resolve()) => {
      sayLeft(tab, atRest);
      await vi.advanceTimersByTimeAsync(0);
    },
    openAgain: () => sayAlive(tab),
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
  await one.leave();
  expect(await alive()).toEqual([]);
});

it("without locks a closed tab is gone at once, and one that comes back is back", async () => {
  const one = open("b");
  one.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await alive()).toEqual([]);
  one.comeBack();
  expect(await alive()).toEqual(["b"]);
});

it("without locks a tab that died counts as open for half a minute, and it is known until when", async () => {
  const died = String(Date.now() + 30_000);
  stored["toasoan.open.c"] = died;
  expect(await aliveTabs("here")).toEqual({ tabs: new Set(["c"]), until: Number(died) });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await aliveTabs("here")).toEqual({ tabs: new Set(), until: null });
  expect(stored).toEqual({});
});

it("without locks a hidden tab whose clock is slowed down to a beat a minute stays alive", async () => {
  open("d").hide();
  await vi.advanceTimersByTimeAsync(10_000);
  vi.clearAllTimers();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(await alive()).toEqual(["d"]);
});

it("a tab that was left counts as open for others while it sends, and is gone for its own page", async () => {
  const one = open("left");
  const others = () => [...beating().keys()];
  let rest: (() => void) | undefined;
  await one.leave(new Promise((resolve) => (rest = resolve)));
  expect([others(), await alive()]).toEqual([["left"], []]);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(others()).toEqual(["left"]);
  rest?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(others()).toEqual([]);
});

it("a tab whose editor is opened again stays open when what was on its way has arrived", async () => {
  const one = open("again");
  let rest: (() => void) | undefined;
  await one.leave(new Promise((resolve) => (rest = resolve)));
  one.openAgain();
  rest?.();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await alive()).toEqual(["again"]);
  await one.leave();
  expect([...beating().keys()]).toEqual([]);
});

it("this tab is nobody to wait for", async () => {
  open("here");
  expect((await aliveTabs("here")).until).toBeNull();
});

it("with locks the browser says which tabs are open, and nothing is written", async () => {
  const query = async () => ({ held: [{ name: "toasoan.tab.f" }, { name: "other" }] });
  vi.stubGlobal("navigator", { locks: { query, request: async () => undefined } });
  open("f");
  expect(await aliveTabs("here")).toEqual({ tabs: new Set(["f"]), until: null });
  expect(stored).toEqual({});
});
