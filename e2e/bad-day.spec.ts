import type { Page } from "@playwright/test";
import { holdArticle } from "#db/testing-locks.ts";
import { carryOut } from "#features/moves/commands.ts";
import { aText, drafted, seen, storyOf, submitted, typeIn } from "#features/moves/testing.ts";
import { newBlockId } from "#features/text/block-id.ts";
import { recordApproval, replay } from "./fixtures/actions.ts";
import { saidIn } from "./fixtures/by-name.ts";
import { everything } from "./fixtures/everything.ts";
import { expect, type OwnSite, test } from "./fixtures/office.ts";
import { inDatabase } from "./fixtures/people.ts";
import { aSave, save, saveAnswer } from "./fixtures/saves.ts";
import { cookieOf } from "./fixtures/sessions.ts";
import { confirmedSaves, expectSaving, headline, keptHere, openToWrite, standfirst } from "./fixtures/writing.ts";

const textOf = async (office: OwnSite, id: number) => (await storyOf(office.reporter, id)).buffer;

test("an approver's own request publishes once, however often and by whomever it is sent again", async ({
  product,
  office,
  pageOf,
}) => {
  const id = await submitted(office);
  const page = await pageOf(office, office.approver);
  const recorded = await recordApproval(page, id);
  const mine = { host: office.host, cookie: await cookieOf(product, office.approver.personId) };
  const theirs = { host: office.host, cookie: await cookieOf(product, office.reporter.personId) };
  const after = await everything(product, office.siteId);
  expect(saidIn(await replay(recorded, theirs))).toBe("other_person");
  expect(saidIn(await replay(recorded, { ...theirs, change: { by: "" } }))).toBe("not_allowed");
  for (const one of await Promise.all([replay(recorded, mine), replay(recorded, mine)]))
    expect(saidIn(one)).toBe("wrong_state");
  expect(await everything(product, office.siteId)).toEqual(after);

  const next = await submitted(office);
  const change = { documentId: String(next), ...(await seen(office.approver, next)), by: "" };
  const before = await everything(product, office.siteId);
  expect(saidIn(await replay(recorded, { ...theirs, change }))).toBe("not_allowed");
  expect(await everything(product, office.siteId)).toEqual(before);
  const twice = await Promise.all([replay(recorded, { ...mine, change }), replay(recorded, { ...mine, change })]);
  expect(twice.map(saidIn).sort()).toEqual(["wrong_state", "yes"]);
  const published = await inDatabase(
    product,
    "select count(*)::integer as times from events where document_id = any($1) and kind = 'went_live' group by document_id",
    [[id, next]],
  );
  expect(published).toEqual([{ times: 1 }, { times: 1 }]);
});

test("of two tabs the second gets both texts side by side, and either can be chosen", async ({ office, pageOf }) => {
  const id = await drafted(office);
  const first = await pageOf(office, office.reporter);
  const second = await first.context().newPage();
  for (const page of [first, second]) await openToWrite(page, id);
  await headline(first).fill("Viết ở thẻ thứ nhất");
  await expectSaving(first, "clean");
  await standfirst(second).fill("Sapo viết ở thẻ thứ hai.");
  await expectSaving(second, "conflict");
  const both = second.getByRole("dialog", { name: "Bài đã được sửa ở nơi khác" });
  await expect(both).toContainText("Viết ở thẻ thứ nhất");
  await expect(both).toContainText("Sapo viết ở thẻ thứ hai.");
  // What is not the same in both is marked, the fields as well.
  for (const words of ["Viết ở thẻ thứ nhất", "Sapo viết ở thẻ thứ hai."]) {
    await expect(both.getByText(words)).toHaveCSS("border-inline-start-style", "solid");
    await expect(both.getByText(words)).toHaveCSS("border-inline-start-width", "4px");
  }
  await expect(both.getByText("Hơn hai trăm vận động viên tham dự.").first()).toHaveCSS(
    "border-inline-start-width",
    "0px",
  );
  expect((await textOf(office, id))?.content.headline).toBe("Viết ở thẻ thứ nhất");
  await both.getByRole("button", { name: "Dùng bản kia" }).click();
  await expect(headline(second)).toHaveValue("Viết ở thẻ thứ nhất");
  await expectSaving(second, "clean");
  expect((await textOf(office, id))?.content.headline).toBe("Viết ở thẻ thứ nhất");

  await headline(second).fill("Viết tiếp ở thẻ thứ hai");
  await expectSaving(second, "clean");
  await standfirst(first).fill("Sapo viết ở thẻ thứ nhất.");
  await expectSaving(first, "conflict");
  const dialog = first.getByRole("dialog", { name: "Bài đã được sửa ở nơi khác" });
  await expect(dialog).toContainText("Viết tiếp ở thẻ thứ hai");
  await dialog.getByRole("button", { name: "Dùng bản ở đây" }).click();
  await expectSaving(first, "clean");
  expect((await textOf(office, id))?.content).toMatchObject({
    headline: "Viết ở thẻ thứ nhất",
    standfirst: "Sapo viết ở thẻ thứ nhất.",
  });
});

test("of two texts side by side it is said where the links lead that only one of them has", async ({
  office,
  openDraft,
}) => {
  const { id, page } = await openDraft();
  await expectSaving(page, "clean");
  const marks = [{ type: "link" as const, attrs: { href: "https://аpple.example/tin" } }];
  const attrs = { id: newBlockId(), align: null };
  const linked = { type: "paragraph" as const, attrs, content: [{ type: "text" as const, text: "Xem thêm", marks }] };
  await typeIn(office.editor, id, { body: { type: "doc", content: [linked] } });
  await headline(page).fill("Viết ở thẻ này");
  await expectSaving(page, "conflict");
  const dialog = page.getByRole("dialog", { name: "Bài đã được sửa ở nơi khác" });
  await expect(dialog.getByText("Liên kết chỉ có ở bản này")).toHaveCount(1);
  await expect(dialog.getByRole("listitem")).toHaveText(
    "Xem thêm → https://аpple.example/tin (tên miền thật: xn--pple-43d.example)",
  );
});

test("a save whose reply was lost is repeated, gets the same answer, and no word of it or after it is lost", async ({
  office,
  openDraft,
}) => {
  const { id, page } = await openDraft();
  const confirmed = confirmedSaves(page);
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "PUT") sent.push(request.postData() ?? "");
  });
  const before = (await textOf(office, id))?.version ?? 0;
  const network = await page.context().newCDPSession(page);
  await network.send("Fetch.enable", { patterns: [{ urlPattern: "*/api/drafts/*", requestStage: "Response" }] });
  const lost: number[] = [];
  const goesOn = Promise.withResolvers<void>();
  network.on("Fetch.requestPaused", async ({ request, requestId, responseStatusCode = 0 }) => {
    // The page asks there whether its text is the newest.
    if (request.method !== "PUT") {
      await network.send("Fetch.continueRequest", { requestId });
    } else if (lost.length === 0) {
      lost.push(responseStatusCode);
      await network.send("Fetch.failRequest", { requestId, errorReason: "ConnectionReset" });
    } else {
      await goesOn.promise;
      await network.send("Fetch.continueRequest", { requestId });
    }
  });

  await headline(page).fill("Câu mà lời đáp bị mất");
  await expectSaving(page, "offline");
  expect(lost).toEqual([200]);
  await headline(page).fill("Câu mà lời đáp bị mất, rồi viết thêm");
  await expect.poll(() => keptHere(page)).toBe(1);
  goesOn.resolve();
  await expectSaving(page, "clean");
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(sent[1]).toBe(sent[0]);
  await expect.poll(confirmed).toEqual([
    { headline: "Câu mà lời đáp bị mất", version: before + 1 },
    { headline: "Câu mà lời đáp bị mất, rồi viết thêm", version: before + 2 },
  ]);
  expect(await textOf(office, id)).toMatchObject({
    version: before + 2,
    content: { headline: "Câu mà lời đáp bị mất, rồi viết thêm" },
  });
  await expect.poll(() => keptHere(page)).toBe(0);
});

test("a word saved in front of a submit is in what was submitted", async ({ product, office, openDraft }) => {
  const { id, page } = await openDraft();
  const lock = await holdArticle(product.databaseUrl, id);
  await headline(page).fill("Chữ cuối cùng trước khi gửi");
  await lock.waitFor(1);
  const submitting = carryOut(office.editor, "submit", id, {});
  await lock.waitFor(2);
  await lock.letGo();
  await submitting;
  await expectSaving(page, "clean");
  expect((await storyOf(office.reporter, id)).open?.state).toBe("in_review");
  const [revision] = await inDatabase(
    product,
    "select content->>'headline' as headline from revisions where document_id = $1 order by id desc limit 1",
    [id],
  );
  expect(revision.headline).toBe("Chữ cuối cùng trước khi gửi");
});

test("a word typed behind a submit is refused, stays on the screen, and can be copied out as long as the text is not open", async ({
  product,
  office,
  openDraft,
}) => {
  const { id, page } = await openDraft();
  const lock = await holdArticle(product.databaseUrl, id);
  const submitting = carryOut(office.editor, "submit", id, {});
  await lock.waitFor(1);
  await headline(page).fill("Chữ gõ khi bài đã gửi");
  // At once: the submit waits five seconds and no longer.
  await page.keyboard.press("Control+s");
  await lock.waitFor(2);
  await lock.letGo();
  await submitting;
  await expectSaving(page, "refused");
  await expect(page.locator("[data-save]")).toContainText("Chưa lưu được");
  await expect(headline(page)).toHaveValue("Chữ gõ khi bài đã gửi");
  await expect.poll(() => keptHere(page)).toBe(1);
  expect((await textOf(office, id))?.content.headline).toBe(aText(office.party).headline);

  await page.goto(`/desk/documents/${id}`);
  await expect(headline(page)).toHaveAttribute("readonly");
  await expectToCopyOut(page, "Chữ gõ khi bài đã gửi");
  await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
  await page.goto(`/desk/documents/${id}`);
  await page.waitForURL(/review$/);
  await expectToCopyOut(page, "Chữ gõ khi bài đã gửi");
  await carryOut(office.reporter, "revise", id, {});
  await openToWrite(page, id);
  await page.getByRole("button", { name: "Xem và chọn" }).click();
  await page.getByRole("button", { name: "Khôi phục bản này" }).click();
  await expect(headline(page)).toHaveValue("Chữ gõ khi bài đã gửi");
});

/** The page says that this browser holds words which were not saved, and shows them. */
async function expectToCopyOut(page: Page, words: string): Promise<void> {
  await page.getByRole("button", { name: "Xem nội dung" }).click();
  const dialog = page.getByRole("dialog", { name: "Nội dung chưa lưu trên máy này" });
  await expect(dialog.getByRole("textbox")).toHaveValue(new RegExp(words));
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Xem nội dung" })).toBeFocused();
}

test("an approval that waits behind a save is of a text that is no more, and refused", async ({ product, office }) => {
  const id = await submitted(office);
  const shown = await seen(office.approver, id);
  const lock = await holdArticle(product.databaseUrl, id);
  const base = (await textOf(office, id))?.version ?? 0;
  const content = aText(office.party, { headline: "Biên tập viên sửa đúng lúc ấy" });
  const cookie = await cookieOf(product, office.editor.personId);
  const saving = save(id, aSave(base, content), { host: office.host, cookie });
  await lock.waitFor(1);
  const approving = carryOut(office.approver, ["approve", "publish"], id, shown).then(
    () => "yes",
    (error: { code?: string }) => error.code,
  );
  await lock.waitFor(2);
  await lock.letGo();
  expect([saveAnswer(await saving), await approving]).toEqual(["yes", "out_of_date"]);
});
