import { expect, test } from "./fixtures/base.ts";

test("a started product says that it is ready", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({ ready: true, reasons: [] });
});
