import { expect, test } from "vitest";
import { Refusal } from "#lib/refusal.ts";
import { outcomeOf } from "./outcome.ts";

test("a refusal becomes a value and a bug stays thrown", async () => {
  const no = await outcomeOf(async () => {
    throw new Refusal("frozen", "Bài đã khóa.");
  });
  expect(no).toEqual({ ok: false, code: "frozen", sentence: "Bài đã khóa." });
  await expect(outcomeOf(async () => Promise.reject(new TypeError("bug")))).rejects.toThrow("bug");
});

test("whoever found no connection is told to try again, wherever in their request that was, and of an outage that it is one", async () => {
  const codeOf = async (message: string) => {
    const no = await outcomeOf(async () => Promise.reject(new Error("Failed query", { cause: new Error(message) })));
    return no.ok ? "yes" : no.code;
  };
  expect(await codeOf("timeout exceeded when trying to connect")).toBe("slow_down");
  expect(await codeOf("Connection terminated unexpectedly")).toBe("unavailable");
});

test("whoever needs the store of files while it is away is told so, also by the class that another bundle has of it", async () => {
  class StorageAway extends Error {
    override name = "StorageAway";
  }
  const no = await outcomeOf(async () => Promise.reject(new StorageAway("SlowDown (503)")));
  expect(no).toEqual({
    ...{ ok: false, code: "unavailable" },
    sentence: "Kho tệp của máy chủ chưa trả lời. Hãy giữ trang này mở và thử lại sau ít phút.",
  });
});
