import { sql } from "drizzle-orm";
import { hold } from "#db/testing-locks.ts";
import { transaction } from "#db/transaction.ts";
import { carryOut, carryOutIn } from "#features/moves/commands.ts";
import { published, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { ask } from "./fixtures/ask.ts";
import type { Product } from "./fixtures/base.ts";
import type { OwnSite } from "./fixtures/office.ts";
import { inDatabase } from "./fixtures/people.ts";
import { expect, test } from "./fixtures/second-instance.ts";

/** Asks each instance for a page of the office's site. */
function instances(product: Product, otherPort: string, office: OwnSite) {
  const [name = ""] = office.host.split(":");
  const at = (port: string) => (path: string) =>
    ask(`${name}:${port}`, path, { headers: { host: office.host } }).then(({ status, body }) => ({
      status,
      body: body.toString(),
    }));
  return [at(new URL(product.url).port), at(otherPort)] as const;
}

type Instance = ReturnType<typeof instances>[number];

/** Whoever asks a second from now or later gets no old answer, however long a busy machine takes over each. */
async function isGoneWithinASecond(at: Instance, path: string): Promise<void> {
  const since = performance.now();
  let lastSeenMs = 0;
  const ask = async () => {
    const askedMs = performance.now() - since;
    const { status } = await at(path);
    if (status !== 410) lastSeenMs = askedMs;
    return status;
  };
  await expect.poll(ask, { intervals: [20] }).toBe(410);
  expect(lastSeenMs).toBeLessThan(1_000);
}

const addressOf = (id: number) => `/dang-doan-the/khai-mac-hoi-thao-phuong-${id}`;

test("what is withdrawn through one instance is gone from the other, lists and sitemap alike", async ({
  office,
  product,
  otherPort,
  pageOf,
}) => {
  const both = instances(product, otherPort, office);
  const staying = await published(office);
  const id = await published(office);
  const lists = ["/", "/dang-doan-the", "/tin-tuc", "/sitemap.xml"];
  for (const at of both) {
    await expect.poll(async () => (await at(addressOf(id))).status).toBe(200);
    for (const path of lists) await expect.poll(async () => (await at(path)).body).toContain(addressOf(id));
  }
  const page = await pageOf(office, office.approver);
  await page.goto(`/desk/documents/${id}/review`);
  await page.getByRole("button", { name: "Việc khác" }).click();
  await page.getByRole("button", { name: "Gỡ bài" }).click();
  await page.getByLabel("Lý do").selectOption({ label: "Có sai sót" });

  const answered = page.waitForResponse((response) => response.request().headers()["next-action"] !== undefined);
  await page.getByRole("dialog").getByRole("button", { name: "Gỡ bài" }).click();
  await answered;
  await Promise.all(both.map((at) => isGoneWithinASecond(at, addressOf(id))));
  for (const at of both) {
    for (const path of lists) {
      const { body } = await at(path);
      expect(body).not.toContain(addressOf(id));
      expect(body).toContain(`-${staying}`);
    }
  }
});

test("a page that was being drawn when its article changed is drawn again, and the old words are not kept", async ({
  office,
  product,
  otherPort,
}) => {
  const both = instances(product, otherPort, office);
  const { approver, reporter } = office;
  const id = await published(office);
  await carryOut(reporter, "revise", id, {});
  await typeIn(reporter, id, { headline: "Tít mới trong lúc trang đang được vẽ" });
  await carryOut(reporter, "submit", id, {});
  const change = await seen(approver, id);
  const views = await hold(product.databaseUrl, "lock table article_views in access exclusive mode");
  const slow = both.map((at) => at(addressOf(id)));
  await views.waitFor(2);

  await carryOut(approver, ["approve", "publish"], id, change);
  for (const at of both)
    await expect.poll(async () => (await at("/dang-doan-the")).body).toContain("Tít mới trong lúc trang đang được vẽ");
  await views.letGo();

  const answers = [...(await Promise.all(slow)), ...(await Promise.all(both.map((at) => at(addressOf(id)))))];
  for (const { status, body } of answers) {
    expect(status).toBe(200);
    expect(body).toContain("Tít mới trong lúc trang đang được vẽ");
  }
});

test("what does not show what has changed goes on from memory, on every instance", async ({
  office,
  product,
  otherPort,
}) => {
  const both = instances(product, otherPort, office);
  const listed = await published(office, { secondSectionIds: [office.elsewhere] });
  for (const at of both) {
    for (const path of ["/thong-bao", addressOf(listed), "/khong-co"])
      await expect.poll(async () => (await at(path)).body).toContain("Thông báo");
  }
  const id = await published(office);
  for (const at of both) await expect.poll(async () => (await at("/")).body).toContain(addressOf(id));
  // Nothing can be drawn now: what is answered was kept. The article itself leads to the one that came after it by now.
  const everything = await hold(product.databaseUrl, "lock table documents in access exclusive mode");
  try {
    for (const at of both) for (const path of ["/", "/thong-bao"]) expect((await at(path)).status).toBe(200);
  } finally {
    await everything.letGo();
  }
  await carryOut(office.approver, "withdraw", listed, { reason: "error" });
  for (const at of both) {
    await expect.poll(async () => (await at("/thong-bao")).body).toContain("Hiện không có bài viết nào");
    expect((await at("/thong-bao")).status).toBe(200);
    await expect.poll(async () => (await at("/")).body).not.toContain(addressOf(listed));
  }
});

test("a withdrawal that takes six seconds to commit is not passed over for those that came after it", async ({
  office,
  product,
  otherPort,
}) => {
  const both = instances(product, otherPort, office);
  const id = await published(office);
  for (const at of both) await expect.poll(async () => (await at(addressOf(id))).status).toBe(200);

  const others = Promise.withResolvers<void>();
  const withdrawing = transaction(async (tx) => {
    await carryOutIn(tx, office.approver, "withdraw", id, { reason: "error" });
    await Promise.all([tx.execute(sql`select pg_sleep(6)`), others.promise]);
  });
  try {
    const later = await published(office);
    for (const at of both) {
      await expect.poll(async () => (await at("/")).body).toContain(addressOf(later));
      expect((await at(addressOf(id))).status).toBe(200);
    }
  } finally {
    others.resolve();
  }
  await withdrawing;
  await Promise.all(both.map((at) => isGoneWithinASecond(at, addressOf(id))));
  for (const at of both) {
    const { body } = await at("/");
    expect(body).not.toContain(addressOf(id));
  }
});

test("what is approved and scheduled goes live once, with two instances that both look at the clock", async ({
  office,
  product,
  otherPort,
}) => {
  const both = instances(product, otherPort, office);
  const { approver } = office;
  const ids = [await submitted(office), await submitted(office), await submitted(office), await submitted(office)];
  const shown = await Promise.all(ids.map(async (id) => [id, await seen(approver, id)] as const));
  for (const [id, hash] of shown) await carryOut(approver, "approve", id, hash);
  const at = new Date(Date.now() + 4_000);
  for (const [id, hash] of shown) await carryOut(approver, "schedule", id, { ...hash, at });
  for (const ask of both) {
    for (const id of ids)
      await expect.poll(async () => (await ask(addressOf(id))).status, { timeout: 20_000, intervals: [100] }).toBe(200);
  }
  const lived = await inDatabase(
    product,
    `select count(*) filter (where kind = 'went_live')::integer as live,
       count(*) filter (where payload->>'move' = 'go_live')::integer as moved,
       (select count(*)::integer from schedules s where s.document_id = e.document_id and s.outcome = 'done'
          and s.attempts = 0) as done
     from events e where document_id = any($1) group by document_id`,
    [ids],
  );
  expect(lived).toEqual(ids.map(() => ({ live: 1, moved: 1, done: 1 })));
  const [when] = await inDatabase(
    product,
    "select min(at) >= $1 as due from events where kind = 'went_live' and document_id = any($2)",
    [at, ids],
  );
  expect(when.due).toBe(true);
});
