import { expect, test } from "./fixtures/base.ts";

test("a started product says that it is ready, and what is done on its database", async ({ request }) => {
  const answer = async () => {
    const said = await request.get("/api/health");
    return [said.status(), await said.json()];
  };
  // The worker begins once readers are welcome.
  await expect.poll(answer).toEqual([200, { ready: true, reasons: [], roles: ["web", "worker", "clock"] }]);
});
