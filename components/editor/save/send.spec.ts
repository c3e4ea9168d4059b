import { afterEach, expect, it, vi } from "vitest";
import { article } from "#features/kinds/article.ts";
import { emptyContent } from "#features/text/content.ts";
import type { SaveRequest } from "../props.ts";
import { send } from "./send.ts";

afterEach(() => vi.unstubAllGlobals());

const PAGE = { documentId: 7, personId: 3 };
const BARE = "máy chủ không nhận nội dung này.";

function saving(headline = "Tin"): SaveRequest {
  return { tab: "tab-1", counter: 1, base: 1, replaces: false, content: { ...emptyContent(article), headline } };
}

function answering(answer: () => Response) {
  const fetching = vi.fn(async () => answer());
  vi.stubGlobal("fetch", fetching);
  return fetching;
}

it("tells an outage, which passes, from a refusal, which does not", async () => {
  answering(() => Response.json({ code: "failed" }, { status: 500 }));
  expect(await send(PAGE, saving(), BARE)).toMatchObject({ type: "failed" });
  answering(() => Response.json({ code: "bad_text", sentence: "Có chữ không đọc được." }, { status: 422 }));
  expect(await send(PAGE, saving(), BARE)).toEqual({ type: "refused", sentence: "Có chữ không đọc được." });
});

it("takes a refusal that is no JSON for a refusal: a page of the front or of a proxy says no as well", async () => {
  answering(() => new Response("<!doctype html>", { status: 413 }));
  expect(await send(PAGE, saving(), BARE)).toEqual({ type: "refused", sentence: BARE });
});

it("does not send what no server would read to its end", async () => {
  const fetching = answering(() => Response.json({}));
  const event = await send(PAGE, saving("ệ".repeat(1_100_000)), BARE);
  expect(event).toEqual({ type: "refused", sentence: expect.stringContaining("2 MB") });
  expect(fetching).not.toHaveBeenCalled();
});

it("tells a page whose person has left from one where somebody else has come in", async () => {
  const fetching = answering(() => Response.json({ code: "other_person", sentence: "x" }, { status: 401 }));
  expect(await send(PAGE, saving(), BARE)).toEqual({ type: "other_person" });
  expect(JSON.stringify(fetching.mock.calls)).toContain('\\"by\\":3');
  answering(() => Response.json({ code: "signed_out", sentence: "x" }, { status: 401 }));
  expect(await send(PAGE, saving(), BARE)).toEqual({ type: "signed_out" });
});
