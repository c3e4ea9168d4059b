import type { Page } from "@playwright/test";
import { carryOut } from "#features/moves/commands.ts";
import { drafted, submitted, typeIn } from "#features/moves/testing.ts";
import { ask } from "./fixtures/ask.ts";
import { call, saidIn } from "./fixtures/by-name.ts";
import { aStream } from "./fixtures/live.ts";
import { aPerson } from "./fixtures/people.ts";
import { expect, test } from "./fixtures/second-instance.ts";
import { cookieOf } from "./fixtures/sessions.ts";
import { openToWrite, standfirst } from "./fixtures/writing.ts";

/** Opens a page and waits for its first question: a page without a stream would ask the next one after this test. */
async function openAndAsked(page: Page, path: string): Promise<void> {
  const asked = page.waitForResponse(/\/api\/changes/);
  await page.goto(path);
  await asked;
}

test("what somebody does is told to whoever may see it, on every instance, and nobody hears anything who was switched off", async ({
  product,
  office,
  otherPort,
}) => {
  const [name] = office.host.split(":");
  const hosts = [office.host, `${name}:${otherPort}`];
  const at = { host: office.host };
  const listening = async (personId: number, host = office.host) => {
    const stream = await aStream(host, await cookieOf(product, personId), undefined, at);
    expect(stream.status).toBe(200);
    await expect.poll(stream.heard).toContain("ready");
    expect(stream.encoding).toBe(undefined);
    return stream;
  };
  const approvers = await Promise.all(hosts.map((host) => listening(office.approver.personId, host)));
  const stranger = await listening(office.stranger.personId);
  const leaving = await aPerson(product, "reporter", office.siteId);
  const left = await listening(leaving.id);
  await submitted(office);
  for (const { heard } of approvers) await expect.poll(heard).toContain("changed");
  await expect.poll(left.heard).toContain("changed");
  expect(stranger.heard()).toEqual(["ready"]);

  const admin = { host: office.host, cookie: await cookieOf(product, office.admin.personId) };
  expect(saidIn(await call("switchOff", { personId: leaving.id }, admin))).toBe("yes");
  const before = left.heard().length;
  await submitted(office);
  await expect.poll(left.hasEnded).toBe(true);
  expect(left.heard()).toHaveLength(before);
  for (const stream of [...approvers, stranger]) stream.leave();
});

test("whoever is signed out hears nothing, and what is asked of the three addresses in other words is refused", async ({
  product,
  office,
}) => {
  const cookie = await cookieOf(product, office.approver.personId);
  const statusOf = async (path: string, headers: Record<string, string> = { cookie }, method = "GET") =>
    (await ask(office.host, path, { headers, method })).status;
  for (const path of ["/api/live", "/api/changes?since=1:1:", "/api/changes/1?seq=0"]) {
    expect([path, await statusOf(path, {})]).toEqual([path, 401]);
  }
  for (const path of [
    "/api/live?document=x",
    "/api/changes",
    "/api/changes?since=9:1:",
    "/api/changes/x?seq=0",
    "/api/changes/1?seq=-1",
  ]) {
    expect([path, await statusOf(path)]).toEqual([path, 400]);
  }
  expect(await statusOf("/api/changes/2000000000?seq=0")).toBe(404);
  // Answered at once, without a stream that nobody reads.
  expect(await statusOf("/api/live", { cookie, "sec-fetch-site": "same-origin" }, "HEAD")).toBe(200);
});

test("a list says that it has changed and moves nothing until it is asked to; focus stays", async ({
  office,
  pageOf,
}) => {
  const page = await pageOf(office, office.approver);
  await openAndAsked(page, "/desk/documents");
  const words = page.getByRole("searchbox");
  await words.fill("hội thao");
  const line = page.getByRole("status").filter({ hasText: "Danh sách đã thay đổi." });
  const rows = page.getByRole("region", { name: /kết quả/ }).getByRole("listitem");
  await expect(rows).toHaveCount(0);
  await submitted(office);
  await expect(line).toBeVisible();
  await expect(words).toBeFocused();
  await expect(words).toHaveValue("hội thao");
  await expect(rows).toHaveCount(0);
  await line.getByRole("button", { name: "Cập nhật" }).click();
  await expect(rows).toHaveCount(1);
  await expect(line).toHaveCount(0);
  await expect(words).toHaveValue("hội thao");
});

test("an approver is told before pressing that the text is no longer the newest, and who writes keeps words and focus", async ({
  office,
  pageOf,
}) => {
  const id = await submitted(office);
  const approving = await pageOf(office, office.approver);
  await openAndAsked(approving, `/desk/documents/${id}/review`);
  await expect(approving.getByRole("button", { name: "Duyệt và đăng ngay" })).toBeVisible();
  await typeIn(office.editor, id, { standfirst: "Sapo đã sửa khi duyệt." });
  const told = approving.getByRole("status").filter({ hasText: "Editor vừa sửa nội dung." });
  await expect(told).toContainText("không còn là bản mới nhất");
  await told.getByRole("button", { name: "Tải lại để xem" }).click();
  await expect(told).toHaveCount(0);
  await expect(approving.frameLocator("iframe").getByText("Sapo đã sửa khi duyệt.")).toBeVisible();

  const other = await drafted(office);
  const writing = await pageOf(office, office.reporter);
  await openToWrite(writing, other);
  await standfirst(writing).fill("Chữ đang gõ dở");
  await carryOut(office.editor, "duplicate", other, {});
  await expect(writing.getByRole("status").filter({ hasText: "Editor vừa nhân bản." })).toBeVisible();
  await expect(standfirst(writing)).toBeFocused();
  await expect(standfirst(writing)).toHaveValue("Chữ đang gõ dở");
});
